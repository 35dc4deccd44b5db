import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inspectFiles } from './inspect-files.ts'
import { problemOf } from './test-support.ts'

let server: Server
let base = ''
let busy = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x')
    if (pathname === '/busy.csv' && busy++ === 0) return response.writeHead(503).end()
    if (pathname === '/cut.csv') {
      response.writeHead(200, { 'content-length': 100 }).write('a\n1\n')
      return setTimeout(() => response.destroy(), 20)
    }
    if (pathname === '/user.csv') {
      const isRight = request.headers.authorization === `Basic ${btoa('me:pass@')}`
      return response.writeHead(isRight ? 200 : 401).end('a\n1\n')
    }
    if (pathname.endsWith('.csv')) return response.end('a,b\n1,2\n')
    return response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  base = `http://127.0.0.1:${address.port}`
})
afterAll(() => server.close())

async function inspect(...patterns: readonly string[]) {
  const inspection = await inspectFiles({ patterns, options: {}, root: '/' })
  await inspection.checkUnchanged(inspection.files)
  await inspection.close()
  return inspection.files
}

it('loads from an address, without showing what is secret in it', async () => {
  const [file] = await inspect(`${base}/in/my%20file.csv?day=1&X-Amz-Signature=abc#x`)
  const shown = `${base}/in/my%20file.csv?day=1&X-Amz-Signature=***`
  expect(file).toMatchObject({ path: shown, shownPath: shown, name: 'my file.csv', rows: 1 })
  const [other] = await inspect(base.replace('//', '//me:pass%40@') + '/user.csv')
  expect(other).toMatchObject({ path: `${base}/user.csv`, rows: 1 })
})

it('tries again what may pass', async () => {
  const [file] = await inspect(`${base}/busy.csv`)
  expect(file?.rows).toBe(1)
})

it('says what does not come', async () => {
  expect(await problemOf(inspect(`${base}/no.json`))).toBe('load-url-failed')
  expect(await problemOf(inspect(`${base}/user.csv`))).toBe('load-url-failed')
  expect(await problemOf(inspect(`${base}/cut.csv`))).toBe('load-url-failed')
  expect(await problemOf(inspect('s3://bucket/a.csv'))).toBe('load-url-failed')
  expect(await problemOf(inspect(`${base}/no`))).toBe('load-file-format')
})
