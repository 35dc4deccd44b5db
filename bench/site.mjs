#!/usr/bin/env node
// Measures a site made by `btn docs generate` in Chromium: what the first view loads and takes, and how long search takes;
// beside dbt's own docs site of the same project, where one was made (`dbt docs generate`).
//
//   node bench/site.mjs --project target/bench/synth-1000 --dbt target/bench/synth-1000-dbt
//
// Both folders are projects whose `target/` holds a site. Ours is opened from the disk; dbt's, which fetches its data, from a server on loopback.

import {
  appendFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const { chromium } = createRequire(join(root, 'packages/e2e/package.json'))('playwright-core')

const { values: options } = parseArgs({
  options: {
    project: { type: 'string', multiple: true, default: [] },
    dbt: { type: 'string', multiple: true, default: [] },
    page: { type: 'string', default: '' },
    repeat: { type: 'string', default: '5' },
    chromium: { type: 'string', default: process.env.CHROMIUM ?? '/usr/bin/chromium' },
    out: { type: 'string', default: '' },
  },
})
const repeat = Number(options.repeat)
const QUERIES = [
  'stg_00042',
  'mdl_l3',
  'amount',
  'is_paid status',
  'record',
  'coalesce',
  'a',
  'zzz',
]

/** Runs in the page before anything else: notes when something is first seen. */
const WATCH = `
  window.seen = {}
  window.watchFor = (marks) => {
    const look = () => {
      for (const [name, selector] of Object.entries(marks)) {
        const it = document.querySelector(selector)
        if (!(name in seen) && it && it.textContent.trim() !== '') seen[name] = performance.now()
      }
      if (Object.keys(seen).length < Object.keys(marks).length) requestAnimationFrame(look)
    }
    look()
  }
`

/** How each site is looked at. `first`: something to read; `ready`: the tree of names is there, too. */
const OURS = {
  marks: { first: 'main h1, main .prose', ready: '.tree-row' },
  openSearch: async (page) => {
    await page.keyboard.press('/')
    await page.getByRole('combobox').waitFor()
    // Descriptions and SQL come a moment after names.
    await page.waitForTimeout(1500)
  },
  field: '.search-field input',
  answer: 'answer',
  // A name, a column, a tag, a description, SQL, and words of several fields.
  typed: ['stg_00042', 'amount', 'staging', 'record', 'coalesce', 'is_paid status'],
}
const DBTS = {
  marks: { first: '.app-content .app-body p', ready: 'li[ng-repeat="item in tree.project"]' },
  openSearch: async (page) => {
    await page.locator('#search').click()
    await page.waitForTimeout(500)
  },
  field: '#search',
  // It changes several times before hits are there.
  answer: 'lines',
  typed: [],
}

/**
 * Runs in the page: types a query; gives the time until the page has first changed, laid out (`answer`: ours shows all hits that are in sight at
 * once), and until it has changed for the last time (`lines`: those of SQL and descriptions are read when nobody types any more).
 */
const SEARCH = `async ([field, query]) => {
  const input = document.querySelector(field)
  const start = performance.now()
  let answer
  let last = start
  const watch = new MutationObserver(() => {
    document.body.offsetHeight
    last = performance.now()
    answer ??= last - start
  })
  watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  input.value = query
  input.dispatchEvent(new Event('input', { bubbles: true }))
  do await new Promise((done) => setTimeout(done, 50))
  while (performance.now() - last < 300)
  watch.disconnect()
  return { answer, lines: last - start }
}`

const browser = await chromium.launch({
  executablePath: options.chromium,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})

/** One visit of the first page. */
async function visit(url, { marks }) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
  const page = await context.newPage()
  const files = new Set()
  page.on('request', (it) => files.add(it.url()))
  await page.addInitScript(WATCH)
  await page.addInitScript(`watchFor(${JSON.stringify(marks)})`)
  const started = performance.now()
  await page.goto(url)
  await page.locator(marks.ready).first().waitFor({ timeout: 120_000 })
  // What is there is noticed with the next frame.
  const noticed = await page.waitForFunction(
    `Object.keys(seen).length === ${Object.keys(marks).length} && seen`,
  )
  const seen = await noticed.jsonValue()
  return {
    page,
    context,
    files,
    first: seen.first,
    ready: seen.ready,
    wall: performance.now() - started,
  }
}

async function measureVisits(url, site) {
  const first = []
  const ready = []
  let files = new Set()
  for (let round = 0; round < repeat; round++) {
    const one = await visit(url, site)
    first.push(one.first)
    ready.push(one.ready)
    files = one.files
    await one.context.close()
  }
  return { first, ready, files }
}

/** Whole queries, one after the other, and words that are typed letter by letter, each from a page that was just opened. */
async function measureSearch(url, site) {
  const whole = await search(url, site, QUERIES)
  const typed = []
  for (const word of site.typed) {
    const letters = Array.from(word, (_, index) => word.slice(0, index + 1))
    typed.push(...(await search(url, site, letters)).took)
  }
  return { ...whole, typed }
}

async function search(url, site, queries) {
  const { page, context } = await visit(url, site)
  await site.openSearch(page)
  const took = []
  for (const query of queries) {
    took.push(await page.evaluate(`(${SEARCH})(${JSON.stringify([site.field, query])})`))
    await page.waitForTimeout(30)
  }
  const heap = await page.evaluate('performance.memory?.usedJSHeapSize ?? 0')
  await context.close()
  return { took, heap }
}

/** Serves a folder on loopback. */
function serve(folder) {
  const types = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    json: 'application/json',
  }
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname))
    const file = path.endsWith('/') ? join(path, 'index.html') : path
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[file.split('.').at(-1)] ?? 'text/plain' })
    createReadStream(file).pipe(response)
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

/** Median and worst of the answers, the first one, those to single letters, and when lines are there. */
function tellSearch({ took, typed }, { answer }) {
  const spread = (values) => `${median(values).toFixed(0)} / ${Math.max(...values).toFixed(0)}`
  // A letter that changes no hit has no answer to wait for.
  const answers = (list) => list.flatMap((it) => it[answer] ?? [])
  const letters = answers(typed)
  return [
    spread(answers(took)),
    took[0][answer].toFixed(0),
    letters.length === 0 ? '–' : spread(letters),
    spread(took.map((it) => it.lines)),
  ].join(' | ')
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const ms = (values) => `${Math.round(Math.min(...values))} / ${Math.round(median(values))}`
const kB = (value) => `${Math.round(value / 1000).toLocaleString('en')}`
const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0)

/** What must be there before the first view: the page, its script and style, the first data. */
function firstLoad(folder, files) {
  const needed = ['index.html', 'app.js', 'app.css', 'data/site.js']
  const sizes = needed.map((it) => statSync(join(folder, it)).size)
  const rest = [...files]
    .map((it) => it.split('/target/docs/')[1])
    .filter((it) => it && !needed.includes(it))
  return {
    bytes: sizes.reduce((a, b) => a + b, 0),
    later: rest.reduce(
      (sum, it) => sum + (existsSync(join(folder, it)) ? statSync(join(folder, it)).size : 0),
      0,
    ),
  }
}

const lines = []
const say = (line) => {
  console.log(line)
  lines.push(line)
}

say(`\n# ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC\n`)
say(
  `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, Chromium ${browser.version()}; load ${loadavg()
    .map((it) => it.toFixed(1))
    .join(', ')}. Times in ms, minimum / median of ${repeat}.\n`,
)
say(
  '| project | site | whole kB | first view needs kB | then, for the tree kB | first view | tree, too | search, median / worst | the first query | letter by letter | with lines of texts | heap MB |',
)
say(`|${' --- |'.repeat(12)}`)

for (const [index, project] of options.project.entries()) {
  const name = project.split('/').at(-1)
  const docs = resolve(project, 'target/docs')
  const url = `file://${docs}/index.html`
  const ours = await measureVisits(url, OURS)
  const found = await measureSearch(url, OURS)
  const load = firstLoad(docs, ours.files)
  say(
    `| ${name} | btn | ${kB(sizeOf(docs))} | ${kB(load.bytes)} | ${kB(load.later)} | ${ms(ours.first)} | ${ms(ours.ready)} | ${tellSearch(found, OURS)} | ${Math.round(found.heap / 1e6)} |`,
  )
  const theirs = options.dbt[index]
  if (theirs === undefined) continue
  const target = resolve(theirs, 'target')
  const server = await serve(target)
  const address = `http://127.0.0.1:${server.address().port}/`
  const visits = await measureVisits(address, DBTS)
  const theirSearch = await measureSearch(address, DBTS)
  const bytes = ['index.html', 'manifest.json', 'catalog.json']
    .map((it) => statSync(join(target, it)).size)
    .reduce((a, b) => a + b, 0)
  say(
    `| ${name} | dbt | ${kB(bytes)} | ${kB(bytes)} | 0 | ${ms(visits.first)} | ${ms(visits.ready)} | ${tellSearch(theirSearch, DBTS)} | ${Math.round(theirSearch.heap / 1e6)} |`,
  )
  server.close()
}
await browser.close()
if (options.out !== '') {
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  appendFileSync(options.out, `${lines.join('\n')}\n`)
}
