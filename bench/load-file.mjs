// Generated clickstream for bench/load.mjs: seven columns, 5 % of the rows break a rule.

import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs'
import { once } from 'node:events'

const header = 'client_id,page_url,referrer,timestamp,event_name,event_data,user_agent'
const events = [
  'page_viewed',
  'email_filled_on_popup',
  'product_added_to_cart',
  'checkout_started',
  'checkout_completed',
]
const agent =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML; like Gecko) Safari/537.36'
const CHUNK = 1 << 20

/** Writes the file unless it is there; the same rows each time. Returns its size in bytes. */
export async function generate(path, rows) {
  if (!existsSync(path)) {
    const out = createWriteStream(`${path}.new`)
    let text = `${header}\n`
    const random = createRandom(42)
    for (let row = 0; row < rows; row++) {
      text += writeRow(row, random())
      if (text.length < CHUNK) continue
      if (!out.write(text)) await once(out, 'drain')
      text = ''
    }
    out.end(text)
    await once(out, 'finish')
    renameSync(`${path}.new`, path)
  }
  return statSync(path).size
}

function writeRow(row, chance) {
  const isBad = chance < 0.05
  const client = isBad && row % 2 === 0 ? '' : `c${(row * 7919) % 1_000_003}`
  const event = isBad && row % 2 === 1 ? 'unknown' : events[row % events.length]
  const second = String(row % 60).padStart(2, '0')
  const day = String(1 + (row % 28)).padStart(2, '0')
  const data = `"{""item"": ${row % 977}, ""price"": ${(row % 5000) / 100}}"`
  return (
    `${client},https://shop.example/products/p-${row % 997}?utm_source=mail,https://search.example/,` +
    `2025-02-${day}T10:20:${second}.${String(row % 1000).padStart(3, '0')}Z,${event},${data},${agent}\n`
  )
}

/** A linear congruential generator: numbers from 0 to 1. */
function createRandom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
