import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { HttpProxyAgent } from 'http-proxy-agent'
import { HttpsProxyAgent } from 'https-proxy-agent'

/** What is asked of a server. */
export interface Question {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/** What a server says. */
export interface Answer {
  readonly status: number
  readonly statusText: string
  /** Where it sends us. */
  readonly location: string | undefined
  readonly body: Uint8Array
}

/** Asks through a proxy: addresses of `https:` in a tunnel, others as a request to the proxy itself. */
export async function requestThrough(proxy: string, question: Question): Promise<Answer> {
  const { url, method, headers, body: sent, signal } = question
  const isSecure = url.startsWith('https:')
  const agent = isSecure ? new HttpsProxyAgent(proxy) : new HttpProxyAgent(proxy)
  const options: RequestOptions = { agent, signal, method, ...(headers && { headers }) }
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = isSecure ? requestHttps : requestHttp
    const request = send(url, options, resolve)
    request.on('error', reject)
    request.end(sent)
  })
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk)
  const { statusCode: status = 0, statusMessage: statusText = '', headers: told } = message
  const body = new Uint8Array(Buffer.concat(chunks))
  return { status, statusText, location: told.location ?? undefined, body }
}
