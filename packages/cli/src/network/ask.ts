import { getProxyForUrl } from 'proxy-from-env'
import type { Question, Reply } from './request-through.ts'

const MOST_REDIRECTS = 20

/** What a server says, as a whole. */
export interface Answer extends Omit<Reply, 'body'> {
  readonly body: Uint8Array
}

/** One request, sent on nowhere. HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY are obeyed, also in lower case. */
export async function ask(question: Question): Promise<Answer> {
  return readWhole(await send(question))
}

/** GET; goes where it is sent. Each address may have another proxy, or none. */
export async function get(question: Omit<Question, 'method'>): Promise<Answer> {
  return readWhole(await openUrl(question))
}

/** The same; what comes is read as it comes. */
export async function openUrl(question: Omit<Question, 'method'>): Promise<Reply> {
  let at: Question = { ...question, method: 'GET' }
  for (let redirects = 0; ; redirects++) {
    const reply = await send(at)
    const { status, location } = reply
    const isSentOn = status >= 300 && status < 400 && location !== undefined
    if (!isSentOn || redirects === MOST_REDIRECTS) return reply
    await letGo(reply)
    at = sentOn(at, location)
  }
}

async function send(question: Question): Promise<Reply> {
  const { url, ...rest } = question
  const proxy = getProxyForUrl(url)
  if (proxy !== '') return (await import('./request-through.ts')).requestThrough(proxy, question)
  const { status, statusText, headers, body } = await fetch(url, { ...rest, redirect: 'manual' })
  const location = headers.get('location') ?? undefined
  return { status, statusText, location, body: body ?? [] }
}

/** A password is for the server that it was written for. */
function sentOn({ url, headers = {}, ...rest }: Question, location: string): Question {
  const next = new URL(location, url)
  const isSame = next.origin === new URL(url).origin
  const kept = Object.entries(headers).filter(([name]) => isSame || name !== 'authorization')
  return { ...rest, url: next.href, headers: Object.fromEntries(kept) }
}

async function readWhole({ body, ...rest }: Reply): Promise<Answer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return { ...rest, body: new Uint8Array(Buffer.concat(chunks)) }
}

async function letGo({ body }: Reply): Promise<void> {
  for await (const _ of body) break
}
