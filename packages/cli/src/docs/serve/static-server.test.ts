import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from './listen.ts'
import { createSiteServer, type SiteServer } from './static-server.ts'

const root = mkdtempSync(join(tmpdir(), 'btn-serve-'))
const folder = join(root, 'docs')
let site: SiteServer
let port: number

beforeAll(async () => {
  mkdirSync(join(folder, 'data'), { recursive: true })
  mkdirSync(join(root, 'docs-secret'))
  writeFileSync(join(root, 'secret.txt'), 'secret')
  writeFileSync(join(root, 'docs-secret', 'a.txt'), 'secret')
  writeFileSync(join(folder, '.env'), 'secret')
  writeFileSync(join(folder, 'data', 'site.js'), 'btnData("site",{})')
  writeFileSync(join(folder, 'index.html'), `<meta content="connect-src 'none'"><body></body>`)
  symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'))
  site = createSiteServer({ folder, hosts: [] })
  port = await listen(site.server, '127.0.0.1', 0)
})
afterAll(() => site.close())

interface Reply {
  readonly status: number | undefined
  readonly body: string
  readonly headers: NodeJS.Dict<string | string[]>
}

/** Sends the path as it is, which `fetch` would not. */
function get(path: string, options: { method?: string; host?: string } = {}): Promise<Reply> {
  const { method = 'GET', host = `localhost:${port}` } = options
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers: { host } }, (reply) => {
      let body = ''
      reply.setEncoding('utf8').on('data', (piece: string) => (body += piece))
      reply.on('end', () => resolve({ status: reply.statusCode, body, headers: reply.headers }))
    })
    sent.on('error', reject).end()
  })
}

it('serves files with their types', async () => {
  const { status, headers, body } = await get('/data/site.js?x=1')
  expect([status, headers['content-type'], body]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'btnData("site",{})',
  ])
  expect(headers['x-content-type-options']).toBe('nosniff')
})

it('adds to the page what reloads it, and nothing to the file', async () => {
  const { body } = await get('/')
  expect(body).toContain(`connect-src 'self'`)
  expect(body).toContain('<script src="/@btn/reload.js"></script>')
})

describe('nothing outside of the folder is served', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/data/../../secret.txt',
    '/../docs-secret/a.txt',
    '//secret.txt',
    '/link.txt',
    '/.env',
    '/data',
    '/%00',
    '/%',
    'http://localhost/../secret.txt',
  ])('%s', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body).not.toContain('secret\n')
    expect(body).not.toMatch(/^secret$/)
  })
})

it('answers to names of this machine only', async () => {
  expect((await get('/', { host: 'evil.example' })).status).toBe(421)
  expect((await get('/', { host: '127.0.0.1:1' })).status).toBe(200)
})

it('is asked, not told', async () => {
  expect((await get('/', { method: 'POST' })).status).toBe(405)
})

it('tells a page that comes later what is wrong', async () => {
  site.tell('problem', 'line 1\nline 2')
  const told = await new Promise<string>((resolve) => {
    const sent = request({ port, host: '127.0.0.1', path: '/@btn/events' }, (reply) => {
      reply.setEncoding('utf8').on('data', (piece: string) => {
        if (piece.includes('event:')) {
          resolve(piece)
          sent.destroy()
        }
      })
    })
    sent.on('error', () => undefined).end()
  })
  expect(told).toContain('event: problem\ndata: "line 1\\nline 2"\n\n')
})

it('refuses a port that is taken, unless nobody named it', async () => {
  const other = createSiteServer({ folder, hosts: [] })
  await expect(listen(other.server, '127.0.0.1', port)).rejects.toMatchObject({
    diagnostics: [{ code: 'docs-port-taken' }],
  })
  expect(await listen(other.server, '127.0.0.1', undefined)).toBeGreaterThanOrEqual(8080)
  other.close()
})
