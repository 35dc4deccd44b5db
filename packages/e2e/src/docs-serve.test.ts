import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repository } from './workspace.ts'

const folder = mkdtempSync(join(tmpdir(), 'btn-docs-serve-'))
const model = join(folder, 'models', 'orders.sql')
let server: ChildProcess
let url: string
/** What the server has told pages, in order. */
const news: string[] = []

beforeAll(async () => {
  mkdirSync(join(folder, 'models'))
  writeFileSync(
    join(folder, 'project.yml'),
    'name: shop\noutputs:\n  dev: { type: duckdb, path: target/shop.duckdb, threads: 1 }\n',
  )
  writeFileSync(model, 'select 1 as id')
  const btn = join(repository, 'packages/cli/bin/btn.js')
  const words = [btn, 'docs', 'serve', '--no-browser', '--port', '0', '--empty-catalog']
  server = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  url = await new Promise<string>((resolve) => {
    let text = ''
    server.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      const found = /http:\/\/localhost:\d+/.exec(text)?.[0]
      if (found) resolve(found)
    })
  })
  void listen()
})

afterAll(() => {
  server.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function listen(): Promise<void> {
  const reply = await fetch(`${url}/@btn/events`)
  let text = ''
  for await (const piece of reply.body ?? []) {
    text += Buffer.from(piece).toString('utf8')
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    news.push(...events.filter((it) => it.startsWith('event:')))
  }
}

async function heard(pattern: RegExp, from: number): Promise<void> {
  while (!news.slice(from).some((it) => pattern.test(it))) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it('makes the site, and again when the project changes; mistakes are told to the page', async () => {
  await heard(/^event: made/, 0)
  expect(await (await fetch(url)).text()).toContain('<title>shop</title>')
  let seen = news.length
  writeFileSync(model, 'select 1 as id, {{ nope')
  await heard(/^event: problem\ndata: .*unclosed-delimiter/, seen)
  expect((await fetch(`${url}/data/site.js`)).status).toBe(200)
  seen = news.length
  writeFileSync(model, 'select 1 as id, 2 as amount')
  await heard(/^event: made/, seen)
  expect(await (await fetch(`${url}/data/search/about.js`)).text()).toContain('amount')
}, 300_000)

it('does not make the site anew because it was made', async () => {
  const seen = news.length
  await new Promise((resolve) => setTimeout(resolve, 3000))
  expect(news.slice(seen)).toEqual([])
}, 60_000)

it('ends at once and cleanly on Ctrl-C', async () => {
  server.kill('SIGINT')
  const [code] = await once(server, 'exit')
  expect(code).toBe(0)
}, 60_000)
