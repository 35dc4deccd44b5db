import { get as getHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { get as getHttps } from 'node:https'
import { HttpProxyAgent } from 'http-proxy-agent'
import { HttpsProxyAgent } from 'https-proxy-agent'
import type { Answer } from './fetch-bytes.ts'

/** GET through a proxy: addresses of `https:` in a tunnel, others as a request to the proxy itself. */
export async function requestThrough(
  proxy: string,
  url: string,
  signal: AbortSignal,
): Promise<Answer> {
  const isSecure = url.startsWith('https:')
  const agent = isSecure ? new HttpsProxyAgent(proxy) : new HttpProxyAgent(proxy)
  const options: RequestOptions = { agent, signal }
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = isSecure ? getHttps(url, options, resolve) : getHttp(url, options, resolve)
    request.on('error', reject)
  })
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk)
  const { statusCode: status = 0, statusMessage: statusText = '', headers } = message
  const body = new Uint8Array(Buffer.concat(chunks))
  return { status, statusText, location: headers.location ?? undefined, body }
}
