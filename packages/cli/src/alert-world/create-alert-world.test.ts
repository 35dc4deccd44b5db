import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { alertWorld } from './create-alert-world.ts'

let server: Server | undefined
beforeEach(() => {
  // Whoever runs the tests may sit behind a proxy.
  for (const name of ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY']) vi.stubEnv(name, '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  server?.close()
})

/** A server that answers with these statuses, one after the other, and the bodies that it was sent. */
async function listen(...statuses: readonly number[]) {
  const bodies: string[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => (body += data.toString()))
    request.on('end', () => {
      response.statusCode = statuses[bodies.length] ?? 200
      bodies.push(`${request.headers['x-key'] ?? ''} ${body}`)
      response.end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const post = () =>
    alertWorld.post({
      url: `http://127.0.0.1:${port}/secret`,
      headers: { 'x-key': 'k' },
      body: '{"a":1}',
    })
  return { bodies, post }
}

it('posts, and tells what may be tried again', async () => {
  const { bodies, post } = await listen(503, 404, 429, 204)
  await expect(post()).rejects.toMatchObject({ isFinal: false })
  await expect(post()).rejects.toMatchObject({ isFinal: true })
  await expect(post()).rejects.toMatchObject({ isFinal: false })
  await post()
  expect(bodies).toEqual(Array<string>(4).fill('k {"a":1}'))
})

it('goes through the proxy that the environment names, but not to whom it spares', async () => {
  const asked: string[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => (body += data.toString()))
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${request.headers['x-key']} ${body}`)
      response.end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  vi.stubEnv('http_proxy', `http://127.0.0.1:${port}`)
  const call = { url: 'http://hooks.invalid/x', headers: { 'x-key': 'k' }, body: '{"a":"é"}' }
  await alertWorld.post(call)
  expect(asked).toEqual(['POST http://hooks.invalid/x k {"a":"é"}'])
  vi.stubEnv('no_proxy', 'hooks.invalid')
  await expect(alertWorld.post(call)).rejects.toThrow('hooks.invalid cannot be reached')
})

it('does not tell the whole address of who cannot be reached', async () => {
  const { post } = await listen()
  server?.close()
  await once(server ?? process, 'close')
  const error: unknown = await post().catch((it: unknown) => it)
  expect(String(error)).toMatch(/127\.0\.0\.1:\d+ cannot be reached/)
  expect(String(error)).not.toContain('secret')
})

it('runs programs with the alert on their input and in their environment', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'btn-')), 'told')
  const call = { input: 'body', environment: { BTN_ALERT_STATE: 'opened', FILE: file } }
  await alertWorld.run(['printf "%s " "$BTN_ALERT_STATE" > "$FILE"; cat >> "$FILE"'], call)
  expect(readFileSync(file, 'utf8')).toBe('opened body')
  await expect(alertWorld.run(['echo no >&2; exit 3'], call)).rejects.toThrow(
    'the command ended with 3: no',
  )
})
