// The made-up shop: its customers, their orders and their clicks, row by row as its exports have them.

import { integer, pick, pickWeighted, randomStream, uuid } from './random.mjs'

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{ readonly seed: string, readonly customerCount: number }} Shop */

const dialCodes = { US: 1, GB: 44, DE: 49, FR: 33, CA: 1, AU: 61, IN: 91, BR: 55 }
const categories = ['beauty', 'electronics', 'fashion', 'home', 'sports', 'toys']
const segments = { new: 30, active: 24, lapsing: 22, churn_risk: 15, vip: 9 }
const channels = ['web', 'ios', 'android']
const paymentMethods = ['card', 'paypal', 'apple_pay', 'google_pay', 'klarna']
const statuses = { completed: 57, returned: 24, cancelled: 19 }
const devices = ['mobile', 'desktop', 'tablet']

/** Where visitors come from, and the campaign that paid for it. */
const trafficSources = {
  direct: 'none',
  seo: 'none',
  email: 'email',
  social: 'social',
  paid_search: 'paid_search',
}

/** What visitors do, in this order, and the pages where they do it. */
const journey = /** @type {const} */ ([
  ['page_view', ['home', 'search', 'plp']],
  ['product_view', ['pdp', 'search', 'plp']],
  ['add_to_cart', ['pdp', 'cart']],
  ['checkout', ['cart', 'checkout']],
  ['purchase', ['checkout']],
])

const firstNames = [
  'Amélie',
  'Ana',
  'Arjun',
  'Chloé',
  'Emma',
  'Fátima',
  'Jack',
  'João',
  'Mia',
  'Zoë',
]
const lastNames = [
  'Brown',
  'Costa',
  'Dupont',
  'García',
  'Iyer',
  'Müller',
  "O'Brien",
  'van Dyk',
  'Weiß',
]
const nicknames = ['Buddy', 'Kit', 'Lou', 'Max', 'Sunny']

const dayMs = 86_400_000
const firstSignup = Date.UTC(2023, 9, 1)
const firstEvent = Date.UTC(2024, 9, 1)
const lastEvent = Date.UTC(2024, 10, 15)

/** @param {number} ms */
const toTimestamp = (ms) => new Date(ms).toISOString().slice(0, 19)

/** As the exports write amounts: without trailing zeros. @param {number} cents */
const toAmount = (cents) => String(cents / 100)

/** @param {Random} random */
const someTime = (random) => firstEvent + random() * (lastEvent - firstEvent)

/** @param {number} index */
const customerId = (index) => `C${1000 + index}`

/**
 * A customer's country follows from the id alone, so that clicks know it without a list of customers.
 * @param {string} seed
 * @param {number} index
 */
function countryOf(seed, index) {
  const countries = /** @type {(keyof typeof dialCodes)[]} */ (Object.keys(dialCodes))
  return pick(randomStream(`${seed}/country/${index}`), countries)
}

/**
 * Some names hold a quote and a comma, some people gave no phone.
 * @param {Random} random
 * @param {number} index
 * @param {keyof typeof dialCodes} country
 */
function person(random, index, country) {
  const [first, last] = [pick(random, firstNames), pick(random, lastNames)]
  const address = `${first}.${last}${index}`.normalize('NFD').replace('ß', 'ss').toLowerCase()
  const separator = pick(random, ['', ' ', '-'])
  const digits = integer(random, 1_000_000, 9_999_999)
  return {
    name: random() < 0.04 ? `${last}, ${first} "${pick(random, nicknames)}"` : `${first} ${last}`,
    email: `${address.replace(/[^a-z0-9.]/g, '')}@example.${pick(random, ['com', 'net', 'org'])}`,
    phone: random() < 0.12 ? '' : [`+${dialCodes[country]}`, 555, digits].join(separator),
  }
}

/** @param {Shop} shop */
export function* customers({ seed, customerCount }) {
  const random = randomStream(`${seed}/customers`)
  for (let index = 0; index < customerCount; index += 1) {
    const country = countryOf(seed, index)
    const segment = pickWeighted(random, segments)
    yield {
      customer_id: customerId(index),
      signup_date: toTimestamp(firstSignup + integer(random, 0, 364) * dayMs).slice(0, 10),
      country,
      segment,
      lifetime_value: toAmount(integer(random, 5_000, 200_000)),
      is_vip: segment === 'vip' || random() < 0.2,
      marketing_opt_in: random() < 0.65,
      ...person(random, index, country),
    }
  }
}

/**
 * @param {Shop} shop
 * @param {number} count
 */
export function* transactions({ seed, customerCount }, count) {
  const random = randomStream(`${seed}/transactions`)
  for (let index = 0; index < count; index += 1) {
    const gross = integer(random, 1_000, 80_000)
    const discount = Math.round(gross * random() * 0.25)
    const tax = Math.round(gross * 0.07)
    yield {
      transaction_id: `T${10_000 + index}`,
      customer_id: customerId(integer(random, 0, customerCount - 1)),
      event_timestamp: `${toTimestamp(someTime(random)).slice(0, 16)}:00`,
      channel: pick(random, channels),
      product_category: pick(random, categories),
      payment_method: pick(random, paymentMethods),
      status: pickWeighted(random, statuses),
      gross_amount: toAmount(gross),
      discount_amount: toAmount(discount),
      tax_amount: toAmount(tax),
      net_amount: toAmount(gross - discount + tax),
    }
  }
}

/**
 * A customer's visit: its events in order. Session ids come from so small a pool that customers
 * share some of them.
 * @param {Random} random
 * @param {Shop} shop
 * @param {number} sessionIds
 */
function visit(random, { seed, customerCount }, sessionIds) {
  const customer = integer(random, 0, customerCount - 1)
  const [traffic_source, campaign] = pick(random, Object.entries(trafficSources))
  const device = pick(random, devices)
  const country = countryOf(seed, customer)
  const session_id = `S${integer(random, 1, sessionIds)}`
  let at = someTime(random)
  const events = []
  for (const [event_type, pages] of journey) {
    const page = pick(random, pages)
    const product_category = pick(random, categories)
    events.push({
      event_id: uuid(random),
      customer_id: customerId(customer),
      session_id,
      event_timestamp: toTimestamp(at),
      ...{ event_type, page, device, traffic_source, campaign, country, product_category },
    })
    if (random() < 0.45) break
    at += random() < 0.05 ? 0 : integer(random, 1, 240) * 1_000 // some in the same second
  }
  return events
}

/**
 * Events as the log has them: those of a visit lie scattered among others.
 * @param {Shop} shop
 * @param {number} count
 */
export function* clickstream(shop, count) {
  const random = randomStream(`${shop.seed}/clickstream`)
  const waiting = []
  for (let written = 0; written < count; written += 1) {
    while (waiting.length < 200) waiting.push(...visit(random, shop, count))
    const slot = integer(random, 0, waiting.length - 1)
    yield waiting[slot]
    waiting[slot] = waiting[waiting.length - 1]
    waiting.pop()
  }
}
