import { getProxyForUrl } from 'proxy-from-env'
import type { Answer, Question } from './request-through.ts'

export type { Answer, Question }

/** One request, sent on nowhere. HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY are obeyed, also in lower case. */
export async function ask(question: Question): Promise<Answer> {
  const { url, ...rest } = question
  const proxy = getProxyForUrl(url)
  if (proxy !== '') return (await import('./request-through.ts')).requestThrough(proxy, question)
  const response = await fetch(url, { ...rest, redirect: 'manual' })
  const { status, statusText, headers } = response
  const body = new Uint8Array(await response.arrayBuffer())
  return { status, statusText, location: headers.get('location') ?? undefined, body }
}
