import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Proxy } from './proxy.ts'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

// Files of servers come through the proxy that the environment names.

let server: Server
let base: string
let proxy: Proxy
let workspace: Workspace
const asked: string[] = []

const say = ({ url, headers }: IncomingMessage) => `${url} ${headers.authorization ?? ''}`.trim()

beforeEach(async () => {
  asked.length = 0
  server = createServer((request, response) => {
    asked.push(say(request))
    const { pathname } = new URL(request.url ?? '', 'http://x')
    if (pathname === '/moved.csv')
      return response.writeHead(302, { location: 'http://other.invalid/orders.csv' }).end()
    response.end('order_id,customer,amount\n1,Ann,5\n')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // The server listens on TCP: its address is no path.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  proxy = new Proxy(base)
  await proxy.start()
  workspace = createWorkspace(join(repository, 'packages/e2e/fixtures/quarantine/mended'))
})
afterEach(() => {
  workspace.remove()
  proxy.close()
  server.close()
})

function load(address: string, environment: Readonly<Record<string, string>>) {
  const where = { ...workspace, environment: { ...workspace.environment, ...environment } }
  return runLine(`sed -i 's#data/orders.csv#${address}#' models/raw.yml; btn load --reload`, where)
}

it('asks the proxy for addresses of http, with its password', async () => {
  const { exitCode, output } = await load('http://files.invalid/in/orders.csv?day=1', {
    HTTP_PROXY: `http://me:secret@${proxy.address}`,
  })
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
  expect(output).toContain('[1 row, 1 file')
  const password = `Basic ${Buffer.from('me:secret').toString('base64')}`
  expect(proxy.requests).toEqual([`GET http://files.invalid/in/orders.csv?day=1 ${password}`])
})

it('goes where it is sent, and tells no other server the password of the first', async () => {
  const first = base.replace('//', '//ann:word@')
  const { exitCode, output } = await load(`${first}/moved.csv`, {
    http_proxy: `http://${proxy.address}`,
    no_proxy: '127.0.0.1',
  })
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
  const word = `Basic ${Buffer.from('ann:word').toString('base64')}`
  expect(asked).toEqual([`/moved.csv ${word}`, '/orders.csv'])
  expect(proxy.requests).toEqual(['GET http://other.invalid/orders.csv'])
})

it('asks for a tunnel to addresses of https', async () => {
  const { exitCode, output } = await load('https://files.invalid/orders.csv', {
    HTTPS_PROXY: `http://${proxy.address}`,
  })
  expect(exitCode).toBe(1)
  expect(output).toContain('load-url-failed')
  expect(new Set(proxy.requests)).toEqual(new Set(['CONNECT files.invalid:443']))
})

it('leaves the proxy out for the hosts of NO_PROXY', async () => {
  const { exitCode } = await load('http://files.invalid/orders.csv', {
    HTTP_PROXY: `http://${proxy.address}`,
    NO_PROXY: 'files.invalid',
  })
  expect(exitCode).toBe(1)
  expect(proxy.requests).toEqual([])
})
