import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { emptyPage, OWN, reloadScript, withReload } from './live-page.ts'

export interface SiteServer {
  readonly server: Server
  /** Tells every open page. `problem` is repeated to pages that come later, until `made` or `fine`. */
  tell(event: 'made' | 'fine' | 'problem', text?: string): void
  close(): void
}

export interface ServerOptions {
  /** The site's folder. Nothing outside of it is ever served. */
  readonly folder: string
  /** Names under which the server may be called, besides the loopback's: a page elsewhere must not reach it under a name of its own. */
  readonly hosts: readonly string[]
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/** A server of the files of one folder, and of news about them. It does not listen yet. */
export function createSiteServer({ folder, hosts }: ServerOptions): SiteServer {
  const pages = new Set<ServerResponse>()
  let problem: string | undefined
  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Cache-Control', 'no-cache')
    const refusal = refusalOf(request, hosts)
    if (refusal !== undefined) return answer(response, refusal, 'text/plain', '')
    const path = pathOf(request)
    if (path === `${OWN}events`) return follow(response)
    if (path === `${OWN}reload.js`) return answer(response, 200, types['.js'], reloadScript)
    if (path === '/' || path === '/index.html') return answerIndex(folder, response)
    answerFile(path === undefined ? undefined : findFile(folder, path), response)
  })

  function follow(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.write(': here\n\n')
    if (problem !== undefined) response.write(toEvent('problem', problem))
    pages.add(response)
    response.on('close', () => pages.delete(response))
  }

  return {
    server,
    tell(event, text) {
      problem = event === 'problem' ? text : undefined
      for (const page of pages) page.write(toEvent(event, text))
    },
    close() {
      for (const page of pages) page.end()
      server.close()
      server.closeAllConnections()
    },
  }
}

/** JSON has no line breaks, which would end an event. */
function toEvent(event: string, text = ''): string {
  return `event: ${event}\ndata: ${JSON.stringify(text)}\n\n`
}

function refusalOf(
  { method, headers }: IncomingMessage,
  hosts: readonly string[],
): number | undefined {
  if (method !== 'GET' && method !== 'HEAD') return 405
  const name = headers.host?.replace(/:\d+$/, '') ?? ''
  return isLoopback(name) || hosts.includes(name) ? undefined : 421
}

export function isLoopback(name: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(name)
}

/** Undefined for what cannot be read as a path. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return path.startsWith('/') ? path : undefined
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** The file of a path; undefined where there is none inside of the folder, links followed, or where its name is nobody's business. */
function findFile(folder: string, path: string): string | undefined {
  const parts = path.split(/[\\/]/).filter((it) => it !== '')
  if (path.includes('\0') || parts.some((it) => it.startsWith('.') || it.includes(':'))) {
    return undefined
  }
  const file = join(folder, ...parts)
  if (!existsSync(file) || !statSync(file).isFile()) return undefined
  return realpathSync(file).startsWith(`${realpathSync(folder)}${sep}`) ? file : undefined
}

function answerIndex(folder: string, response: ServerResponse): void {
  const path = join(folder, 'index.html')
  const html = existsSync(path) ? withReload(readFileSync(path, 'utf8')) : emptyPage
  answer(response, 200, types['.html'], html)
}

function answerFile(file: string | undefined, response: ServerResponse): void {
  if (file === undefined) return answer(response, 404, 'text/plain', 'There is no such file.\n')
  response.setHeader('Content-Type', types[extname(file).toLowerCase()] ?? 'text/plain')
  const stream = createReadStream(file)
  // The site is exchanged while pages read it: a file may be gone by now.
  stream.on('error', () => (response.headersSent ? response.destroy() : answer(response, 404)))
  stream.pipe(response)
}

function answer(response: ServerResponse, status: number, type = 'text/plain', text = ''): void {
  response.writeHead(status, { 'Content-Type': type })
  response.end(text)
}
