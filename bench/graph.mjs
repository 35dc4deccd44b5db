// The graph of the docs site in Chromium: how long until it is drawn, and how smoothly it moves. Beside it, dbt's own.
//
//   node bench/graph.mjs --site target/docs [--site …] [--dbt FOLDER …] [--chromium /usr/bin/chromium]
//
// A site is a folder of `btn docs generate`; it is opened from the disk. A folder for --dbt has dbt's index.html with manifest.json and catalog.json;
// it is served, because that page fetches them.

import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { chromium } = createRequire(new URL('../packages/e2e/package.json', import.meta.url))(
  'playwright-core',
)

const { values } = parseArgs({
  options: {
    site: { type: 'string', multiple: true, default: [] },
    dbt: { type: 'string', multiple: true, default: [] },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    timeout: { type: 'string', default: '180' },
  },
})

const size = { width: 1400, height: 860 }
const middle = { x: 800, y: 480 }

/** @typedef {import('playwright-core').Page} Page */

/** Notes when frames come, in the page. @param {Page} page */
function startFrames(page) {
  return page.evaluate(() => {
    const notes = { at: /** @type {number[]} */ ([]), isOn: true }
    Object.assign(window, { frameNotes: notes })
    const note = (/** @type {number} */ now) => {
      notes.at.push(now)
      if (notes.isOn) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
}

/** @param {Page} page */
async function stopFrames(page) {
  /** @type {number[]} */
  const at = await page.evaluate(() => {
    const { frameNotes } = /** @type {any} */ (window)
    frameNotes.isOn = false
    return frameNotes.at
  })
  const frames = Math.max(1, at.length - 1)
  const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0))
  gaps.sort((a, b) => a - b)
  const all = gaps.reduce((sum, gap) => sum + gap, 0)
  const part = (/** @type {number} */ share) => gaps[Math.floor((gaps.length - 1) * share)] ?? 0
  return {
    fps: (1000 * gaps.length) / all,
    p95: part(0.95),
    worst: part(1),
    frames,
  }
}

/**
 * @template {{ readonly frames: number }} T
 * @param {() => Promise<number>} clock
 * @param {() => Promise<T>} move
 */
async function timed(clock, move) {
  const before = await clock()
  const found = await move()
  return { ...found, cpu: ((await clock()) - before) / found.frames }
}

/**
 * CPU time that the page's main thread has taken, in milliseconds: says what frames cost on a machine that has other things to do, too.
 * @param {Page} page
 */
async function openClock(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
}

/** @param {Page} page */
async function pan(page) {
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  await startFrames(page)
  for (let step = 0; step < 120; step++) {
    const [x, y] = [Math.sin(step / 9) * 300, Math.cos(step / 7) * 240 - 240]
    await page.mouse.move(middle.x + x, middle.y + y)
    await page.waitForTimeout(12)
  }
  const frames = await stopFrames(page)
  await page.mouse.up()
  return frames
}

/** @param {Page} page @param {number} delta @param {number} turns */
async function zoom(page, delta, turns) {
  await page.mouse.move(middle.x, middle.y)
  await startFrames(page)
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, delta)
    await page.waitForTimeout(16)
  }
  return stopFrames(page)
}

/** @param {Page} page @param {() => Promise<number>} clock @param {number} turns */
async function measureMoves(page, clock, turns) {
  const whole = await timed(clock, () => pan(page))
  await page.waitForTimeout(600)
  const zoomIn = await timed(clock, () => zoom(page, -60, turns))
  await page.waitForTimeout(600)
  const close = await timed(clock, () => pan(page))
  await page.waitForTimeout(600)
  const zoomOut = await timed(clock, () => zoom(page, 60, turns))
  return { whole, zoomIn, close, zoomOut }
}

/** @param {string} folder @param {Page} page */
async function measureSite(folder, page) {
  const address = `${pathToFileURL(resolve(folder, 'index.html')).href}#!/graph`
  const faults = watchFaults(page)
  const clock = await openClock(page)
  await page.goto(address)
  await page.waitForFunction(
    () => performance.getEntriesByName('btn-graph-drawn').length > 0,
    undefined,
    { timeout: Number(values.timeout) * 1000 },
  )
  const times = await page.evaluate(() => ({
    drawn: performance.getEntriesByName('btn-graph-drawn')[0]?.startTime ?? 0,
    layout: performance.getEntriesByName('btn-graph-layout')[0]?.duration ?? 0,
  }))
  const drawnCpu = await clock()
  await page.waitForTimeout(1500)
  return { ...times, drawnCpu, ...(await measureMoves(page, clock, 60)), faults }
}

/** @param {Page} page */
function watchFaults(page) {
  /** @type {string[]} */
  const faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() !== 'log') faults.push(message.text())
  })
  return faults
}

/** dbt's page shows its whole graph in a panel that covers the window. @param {string} folder @param {Page} page */
async function measureDbt(folder, page) {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname
    try {
      response.end(readFileSync(join(folder, name === '/' ? 'index.html' : name)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const clock = await openClock(page)
  try {
    await page.goto(`http://127.0.0.1:${port}/#!/overview?g_v=1`, {
      timeout: Number(values.timeout) * 1000,
    })
    // Its graph is laid out in one go, so that a frame comes only when it is done.
    await page.waitForFunction(() => document.querySelectorAll('canvas').length > 2, undefined, {
      timeout: Number(values.timeout) * 1000,
    })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
    const drawn = await page.evaluate(() => performance.now())
    const drawnCpu = await clock()
    await page.waitForTimeout(1500)
    return {
      drawn,
      drawnCpu,
      layout: undefined,
      ...(await measureMoves(page, clock, 20)),
      faults: [],
    }
  } finally {
    server.close()
  }
}

/** @param {string} name @param {Awaited<ReturnType<typeof measureSite>> | Awaited<ReturnType<typeof measureDbt>>} found */
function row(name, found) {
  const time = (/** @type {number | undefined} */ ms) =>
    ms === undefined ? '–' : `${(ms / 1000).toFixed(2)} s`
  const moves = [found.whole, found.zoomIn, found.close, found.zoomOut].map(
    ({ fps, worst, cpu }) => `${fps.toFixed(0)}, ${cpu.toFixed(1)}, ${worst.toFixed(0)}`,
  )
  return `| ${[name, time(found.layout), time(found.drawn), time(found.drawnCpu), ...moves].join(' | ')} |`
}

const browser = await chromium.launch({
  executablePath: values.chromium,
  args: ['--no-sandbox'],
})
console.log(
  '| project | layout | drawn after | of it CPU | pan, whole: fps, CPU ms a frame, worst gap ms | zoom in | pan, close | zoom out |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
for (const [list, measure, tool] of /** @type {const} */ ([
  [values.site, measureSite, 'btn'],
  [values.dbt, measureDbt, 'dbt docs'],
])) {
  for (const folder of list) {
    const page = await browser.newPage({ viewport: size })
    try {
      const found = await measure(folder, page)
      console.log(row(`${tool}, ${folder}`, found))
      for (const fault of found.faults) console.log(`fault: ${fault}`)
    } catch (error) {
      const [line] = String(error).split('\n')
      console.log(`| ${tool}, ${folder} | ${line} |`)
    }
    await page.close()
  }
}
console.log(`load: ${loadavg()[0]?.toFixed(1)}`)
await browser.close()
