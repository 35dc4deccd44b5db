import type { UrlAnswer } from '@btn/adapter'
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
  readonly signal?: AbortSignal
}

/** What a server says. */
export interface Reply extends UrlAnswer {
  /** Where it sends us. */
  readonly location: string | undefined
}

/** Asks through a proxy: addresses of `https:` in a tunnel, others as a request to the proxy itself. */
export async function requestThrough(proxy: string, question: Question): Promise<Reply> {
  const { url, method, headers, body: sent, signal } = question
  const isSecure = url.startsWith('https:')
  const agent = isSecure ? new HttpsProxyAgent(proxy) : new HttpProxyAgent(proxy)
  const options: RequestOptions = {
    agent,
    method,
    ...(signal && { signal }),
    ...(headers && { headers }),
  }
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = isSecure ? requestHttps : requestHttp
    const request = send(url, options, resolve)
    request.on('error', reject)
    request.end(sent)
  })
  const { statusCode: status = 0, statusMessage: statusText = '', headers: told } = message
  return { status, statusText, location: told.location, body: message }
}
