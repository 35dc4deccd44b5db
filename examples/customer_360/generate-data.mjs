#!/usr/bin/env node
// Made-up leads, transactions and web activity, with every kind of bad row. The same seed and scale give the same bytes.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const usage = `Usage: node generate-data.mjs [options]

Writes crm_leads.csv, transactions.txt, web_activity.json, and the identity map that belongs to them.

  --scale N   times 20 people (default 1); 100000 gives about 4 million transactions
  --out DIR   folder to write to (default: data/ of the project)
  --map FILE  the identity map (default: seeds/identity_map.csv of the project; with --out: beside the data)
  --seed S    other people (default 1)
  --help      this text
`

const peoplePerScale = 20
const firstNames = ['ada', 'Grace', 'EDSGER', 'barbara', 'Donald', 'frances', 'Ken', 'radia']
const lastNames = [
  'lovelace',
  'HOPPER',
  'Dijkstra',
  'liskov',
  'Knuth',
  'ALLEN',
  "o'neil",
  'perlman',
]
const DAY = 86_400_000

/** Mulberry32: small, and the same everywhere. */
function createRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end) => Math.floor(next() * end)
  const hex = (length) => Array.from({ length }, () => below(16).toString(16)).join('')
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
    uuid: () => [8, 4, 4, 4, 12].map(hex).join('-'),
  }
}

function createPeople(random, count) {
  return Array.from({ length: count }, (_, index) => {
    const [first, last] = [random.pick(firstNames), random.pick(lastNames)]
    const email = `${first}.${last.replace("'", '')}${index + 1}@example.com`.toLowerCase()
    // Every seventh is known from two devices, every fifth has no user at all.
    const users = index % 5 === 4 ? 0 : index % 7 === 3 ? 2 : 1
    return { name: `${first} ${last}`, email, users: Array.from({ length: users }, random.uuid) }
  })
}

/** Every third person is there twice, written otherwise; one lead has no email. */
function* leads(random, people) {
  let number = 1000
  const row = (name, email) => {
    const date = new Date(Date.UTC(2024, 8, 1) + random.below(60) * DAY).toISOString().slice(0, 10)
    return `L-${++number},${name},${email},${date}`
  }
  for (const [index, { name, email }] of people.entries()) {
    // The last of every eleven is not in the CRM, only in the identity map.
    if (index % 11 === 10) continue
    yield row(name, email)
    if (index % 3 === 0) yield row(` ${name.toUpperCase()}`, `  ${email.toUpperCase()} `)
    if (index % 20 === 7) yield row(name, '')
  }
}

/** Amounts that are none, and what their status is. */
const badAmounts = [
  ['-10.00', 'Refunded'],
  ['-5.00', 'Cancelled'],
  ['0.00', 'Cancelled'],
  ['', 'Completed'],
  ['twelve', 'Completed'],
  ['NaN', 'Pending'],
  ['12,50', 'Completed'],
]

function* transactions(random, users) {
  let number = 4000
  const row = (user, amount, status) => `TX-${++number}|${user}|${amount}|${status}`
  let bad = 0
  for (const [index, user] of users.entries()) {
    for (let count = random.below(4); count > 0; count--) {
      const amount = (5 + random.below(50_000) / 100).toFixed(2)
      yield row(user, amount, random.chance(0.8) ? 'Completed' : 'Pending')
    }
    if (index % 2 === 0) yield row(user, ...badAmounts[bad++ % badAmounts.length])
    if (index % 20 === 9) yield row('', '20.00', 'Completed')
  }
}

function* activity(random, users) {
  const line = (user_uuid, page_view_count) => {
    const seen = new Date(Date.UTC(2024, 8, 24) + random.below(10 * DAY)).toISOString()
    const last_seen_ts = seen.slice(0, 19).replace('T', ' ')
    return JSON.stringify({ user_uuid, page_view_count, last_seen_ts })
  }
  for (const [index, user] of users.entries()) {
    // Every sixth never visited.
    if (index % 6 === 5) continue
    const views = 1 + random.below(120)
    yield line(user, index % 3 === 1 ? String(views) : views)
    if (index % 4 === 0) yield line(user, 1 + random.below(9))
    if (index % 20 === 2) yield line(null, 8)
    if (index % 20 === 6) yield line('', 31)
    if (index % 20 === 7) yield '{"user_uuid": "cut in the mid'
    if (index % 20 === 8) yield 'no JSON at all'
    if (index % 20 === 12) yield line(user, 'many')
  }
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      out: { type: 'string' },
      map: { type: 'string' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  const [scale, seed] = [Number(values.scale), Number(values.seed)]
  if (!(scale > 0) || !Number.isFinite(scale)) throw new Error('--scale must be a number above 0')
  if (!Number.isInteger(seed)) throw new Error('--seed must be a whole number')
  const own = fileURLToPath(new URL('.', import.meta.url))
  const out = values.out ?? join(own, 'data')
  const map = values.map ?? join(values.out ?? join(own, 'seeds'), 'identity_map.csv')
  return { scale, seed, out, map, help: values.help }
}

function main() {
  const { scale, seed, out, map, help } = readOptions()
  if (help) return console.log(usage)
  const random = createRandom(seed)
  const people = createPeople(random, Math.max(1, Math.round(peoplePerScale * scale)))
  // One in eight users is nobody's.
  const strangers = Array.from({ length: Math.ceil(people.length / 8) }, random.uuid)
  const users = [...people.flatMap((it) => it.users), ...strangers]
  mkdirSync(out, { recursive: true })
  mkdirSync(dirname(map), { recursive: true })
  const header = 'lead_id,full_name,email,creation_date'
  writeFileSync(
    join(out, 'crm_leads.csv'),
    `\uFEFF${[header, ...leads(random, people)].join('\n')}\n`,
  )
  const columns = 'transaction_id|user_uuid|amount|status'
  // As the shop exports it: CRLF, and no newline at the end.
  writeFileSync(
    join(out, 'transactions.txt'),
    [columns, ...transactions(random, users)].join('\r\n'),
  )
  writeFileSync(join(out, 'web_activity.json'), [...activity(random, users)].join('\n'))
  const pairs = people.flatMap(({ email, users: own }) => own.map((it) => `${it},${email}`))
  writeFileSync(map, `${['user_uuid,email', ...pairs].join('\n')}\n`)
  console.log(`${people.length} people with ${users.length} users`)
}

main()
