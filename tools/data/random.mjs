// Random numbers that are the same on every run and every machine.

/** @typedef {() => number} Random  the next number in [0, 1) */

/**
 * A stream of random numbers that depends on nothing but its name (Mulberry32, seeded by FNV-1a).
 * @param {string} name
 * @returns {Random}
 */
export function randomStream(name) {
  let state = 2_166_136_261
  for (const char of name) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * An integer in [from, to].
 * @param {Random} random
 * @param {number} from
 * @param {number} to
 */
export function integer(random, from, to) {
  return from + Math.floor(random() * (to - from + 1))
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} list
 * @returns {T}
 */
export function pick(random, list) {
  return list[integer(random, 0, list.length - 1)]
}

/**
 * A key of `weights`, each as likely as its weight.
 * @template {string} K
 * @param {Random} random
 * @param {Readonly<Record<K, number>>} weights
 * @returns {K}
 */
export function pickWeighted(random, weights) {
  const entries = /** @type {[K, number][]} */ (Object.entries(weights))
  let rest = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  const found = entries.find(([, weight]) => (rest -= weight) < 0)
  return (found ?? entries[entries.length - 1])[0]
}

/**
 * A UUID of version 4.
 * @param {Random} random
 */
export function uuid(random) {
  const word = () =>
    Math.floor(random() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0')
  const hex = word() + word() + word() + word()
  const variant = '89ab'[integer(random, 0, 3)]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}
