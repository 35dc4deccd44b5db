import type { ByteWindow } from './byte-window.ts'
import { CR, LF } from './scanner.ts'

/** What a byte is to whoever looks for it; 0 is every other one. */
type Kind = readonly [byte: number, kind: number]

/** A byte in each of four places. */
const FOUR = 0x01_01_01_01
const HIGH_BITS = 0x80_80_80_80
/** Line breaks, and no text but tabs, lie below. */
const BEHIND_BREAKS = 0x0e * FOUR

/** The few bytes that end a run of ordinary ones: line breaks and one or two others. Every byte of every file is held against them. */
export class EndingBytes {
  readonly #kinds = new Uint8Array(256)
  readonly #first: number
  readonly #second: number

  /** Of a byte that is named twice the last kind counts. */
  constructor(lineBreak: number, others: readonly [Kind, ...Kind[]]) {
    for (const [byte, kind] of [[CR, lineBreak], [LF, lineBreak], ...others] as const)
      this.#kinds[byte] = kind
    const [[first], [second] = others[0]] = others
    this.#first = Math.imul(first, FOUR)
    this.#second = Math.imul(second, FOUR)
  }

  kindOf(byte: number | undefined): number {
    return this.#kinds[byte ?? 0] ?? 0
  }

  /** The place of the next one, or `limit`. */
  find({ bytes, view }: ByteWindow, from: number, limit: number): number {
    const kinds = this.#kinds
    const [first, second] = [this.#first, this.#second]
    let at = from
    // Four bytes at a time; which of them it is, if it is one at all, is seen below.
    for (const last = limit - 4; at <= last; at += 4) {
      const word = view.getInt32(at, true)
      const found =
        hasLess(word, BEHIND_BREAKS) | hasLess(word ^ first, FOUR) | hasLess(word ^ second, FOUR)
      if (found !== 0) {
        // The lowest high bit is that of the first byte that may be meant.
        at += (31 - Math.clz32(found & -found)) >> 3
        if (kinds[bytes[at] ?? 0] !== 0) return at
        at -= 3
      }
    }
    while (at < limit && kinds[bytes[at] ?? 0] === 0) at++
    return at
  }
}

/** The high bits of the bytes of a word that are less than those of another one, which has none; exact for the lowest. */
function hasLess(word: number, limits: number): number {
  return (word - limits) & ~word & HIGH_BITS
}
