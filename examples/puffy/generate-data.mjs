#!/usr/bin/env node
// A made-up clickstream in the shape of Puffy's exports. The same seed and scale give the same bytes.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const usage = `Usage: node generate-data.mjs [options]

Writes events_20250223.csv … events_20250308.csv, with the drift of the real exports and every kind of bad row.

  --scale N   times 40 visits a day (default 1); 1500 gives about a million rows
  --out DIR   folder to write to (default: data/ of the project)
  --seed S    another shop (default 1)
  --help      this text

Example:
  node generate-data.mjs --scale 1500 --out target/big
  npx btn build --vars '{data_dir: target/big}'
`

const DAY = 86_400_000
const firstDay = Date.UTC(2025, 1, 23)
const days = 14
const visitsPerDay = 40
/** Of this many rows one is bad. */
const oneBadIn = 43

const agents = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 Version/18.3 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 Version/17.7 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.3 Safari/605.1.15',
  'Mozilla/5.0 (Android 14; Tablet; rv:135.0) Gecko/135.0 Firefox/135.0',
  // A line break within a field: from here on, lines and rows are not the same.
  'Mozilla/5.0 (X11; Linux x86_64)\nAppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
]
const referrers = [
  ...['', '', '', 'https://www.google.com/', 'https://www.bing.com/', 'https://search.yahoo.com/'],
  ...['https://shop.example/', 'https://sleep-reviews.example/top10', 'https://social.example/'],
]
const pages = ['/', '/products/cloud', '/products/lux', '/blogs/sleep/how-to-nap', '/cart']
const campaigns = ['spring', 'brand', 'retargeting']
const items = [
  {
    item_id: 'Q-CLOUD-10',
    item_name: 'Cloud Mattress',
    item_variant: 'Queen - (60"W x 80"L x 10"H)',
    item_price: 949,
  },
  {
    item_id: 'K-LUX-12',
    item_name: 'Lux Mattress',
    item_variant: 'Hybrid / King - (76"W x 80"L)',
    item_price: 1599,
  },
  { item_id: 'PILLOW-1', item_name: 'Pillow, down', item_variant: 'Standard', item_price: 74.5 },
  { item_id: 'FRAME-2', item_name: 'Bed Frame', item_variant: null, item_price: 934 },
  { item_id: 'TOPPER-3', item_name: 'Topper', item_variant: 'Soft / Twin', item_price: null },
]

/** What can be wrong with a row; the gatekeeper finds each of them. */
const faults = [
  (row) => ({ ...row, client_id: '' }),
  (row) => ({ ...row, client_id: '   ' }),
  (row) => ({ ...row, timestamp: '' }),
  (row) => ({ ...row, timestamp: '2025-02-30T25:61:00.000Z' }),
  (row) => ({ ...row, event_name: '' }),
  (row) => ({ ...row, event_name: 'page_scrolled' }),
  (row) => ({ ...row, event_data: '{"user_email": "3f' }),
  (row) => ({ ...row, user_agent: '' }),
  (row) => ({ ...row, page_url: '' }),
  (row) => ({ ...row, client_id: '', event_name: 'click', event_data: 'none' }),
  (row) => ({ ...row, lacks: 2 }),
  (row) => ({ ...row, more: ['one', 'too many'] }),
]

/** Mulberry32: small, and the same everywhere. */
function createRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    chance: (share) => next() < share,
    /** From 0 up to, but not including, the end. */
    below: (end) => Math.floor(next() * end),
    pick: (list) => list[Math.floor(next() * list.length)],
    text: (length, letters) =>
      Array.from({ length }, () => letters[Math.floor(next() * letters.length)]).join(''),
  }
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function createShop(seed) {
  const random = createRandom(seed)
  const clients = []
  const emails = []

  /** A new browser, sometimes of somebody who is known from another one. */
  function newClient(time) {
    const isKnown = emails.length > 0 && random.chance(0.1)
    const client = {
      id: `${Math.floor(time / 1000)}-${random.text(12, base64)}`,
      agent: random.pick(agents),
      email: isKnown ? random.pick(emails) : random.text(64, '0123456789abcdef'),
    }
    clients.push(client)
    return client
  }

  function landing() {
    const page = `https://shop.example${random.pick(pages)}`
    if (!random.chance(0.3)) return { page_url: page, referrer: random.pick(referrers) }
    const medium = random.pick(['cpc', 'email', 'social'])
    const campaign = random.pick(campaigns)
    return {
      page_url: `${page}?utm_source=partner${1 + random.below(5)}&utm_medium=${medium}&utm_campaign=${campaign}`,
      referrer: random.pick(referrers),
    }
  }

  function order(date, email) {
    const bought = Array.from({ length: 1 + random.below(3) }, () => {
      return { ...random.pick(items), quantity: 1 + random.below(2) }
    })
    const revenue = bought.reduce((sum, it) => sum + it.quantity * (it.item_price ?? 0), 0)
    // Few numbers a day: the ids of two clients meet, as they do in the real exports.
    const transaction_id = `ORD-${date}-${100 + random.below(5)}`
    return { transaction_id, revenue: revenue || 99, items: bought, user_email: email }
  }

  /** What one visitor does: looking, and, ever more rarely, leaving an address, filling the cart, buying. */
  function* visit(start, date) {
    const client =
      clients.length > 0 && random.chance(0.25) ? random.pick(clients) : newClient(start)
    let time = start
    const event = (event_name, data, place = landing()) => {
      const row = {
        client_id: client.id,
        ...place,
        timestamp: new Date(time).toISOString(),
        event_name,
      }
      time += 1 + random.below(240_000)
      return { ...row, event_data: data ? JSON.stringify(data) : '', user_agent: client.agent }
    }
    const here = { page_url: 'https://shop.example/cart', referrer: 'https://shop.example/' }
    for (let views = 1 + random.below(2); views > 0; views--) yield event('page_viewed')
    if (random.chance(0.08))
      yield event('email_filled_on_popup', { user_email: client.email }, here)
    if (!random.chance(0.2)) return
    yield event('product_added_to_cart', undefined, here)
    if (!random.chance(0.5)) return
    yield event('checkout_started', undefined, here)
    if (!random.chance(0.6)) return
    yield event('checkout_completed', order(date, client.email), here)
    if (random.chance(0.2)) yield event('purchase', undefined, here)
  }

  return function* eventsOf(day, visits) {
    const date = new Date(day).toISOString().slice(0, 10).replaceAll('-', '')
    for (let count = 0; count < visits; count++) {
      // Nobody comes in the last half hour, so that every event is of its file's day.
      yield* visit(day + random.below(DAY - 1_800_000), date)
    }
  }
}

function headerOf(dayNumber) {
  const client = dayNumber < 4 ? 'client_id' : 'clientId'
  const referrer = dayNumber < 9 ? ['referrer'] : []
  return [client, 'page_url', ...referrer, 'timestamp', 'event_name', 'event_data', 'user_agent']
}

function toLine(row, header) {
  const fields = header.map((name) => row[name === 'clientId' ? 'client_id' : name])
  const written = [...fields.slice(0, fields.length - (row.lacks ?? 0)), ...(row.more ?? [])]
  return written.map((it) => (/[",\n]/.test(it) ? `"${it.replaceAll('"', '""')}"` : it)).join(',')
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      out: { type: 'string', default: fileURLToPath(new URL('data', import.meta.url)) },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  const [scale, seed] = [Number(values.scale), Number(values.seed)]
  if (!(scale > 0) || !Number.isFinite(scale)) throw new Error('--scale must be a number above 0')
  if (!Number.isInteger(seed)) throw new Error('--seed must be a whole number')
  return { scale, seed, out: values.out, help: values.help }
}

function main() {
  const { scale, seed, out, help } = readOptions()
  if (help) return console.log(usage)
  const eventsOf = createShop(seed)
  mkdirSync(out, { recursive: true })
  let rows = 0
  for (let number = 0; number < days; number++) {
    const day = firstDay + number * DAY
    const busy = 0.9 + ((number * 7) % 5) / 20
    const events = [...eventsOf(day, Math.max(1, Math.round(visitsPerDay * scale * busy)))]
    events.sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1))
    const header = headerOf(number)
    const lines = events.map((row) => {
      rows++
      const fault = rows % oneBadIn === 0 ? faults[(rows / oneBadIn) % faults.length] : undefined
      return toLine(fault ? fault(row) : row, header)
    })
    const name = `events_${new Date(day).toISOString().slice(0, 10).replaceAll('-', '')}.csv`
    writeFileSync(join(out, name), `${[header.join(','), ...lines].join('\n')}\n`)
  }
  console.log(`${days} files, ${rows} rows`)
}

main()
