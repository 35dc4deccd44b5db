import type { FoundRow, RowSink } from './scanner.ts'

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/** More keys than that are data: what a file with as many lacks, or has besides, is not told to the last. */
const MOST_KEYS = 1000

/** Notes which keys the objects of a JSON file have, in the order in which they first come. Whether a row is valid is asked later. */
export class KeyLog implements RowSink {
  readonly #keys = new Set<string>()
  /** The keys of the row before, as bytes: most rows have the same in the same order. */
  readonly #before: Uint8Array[] = []

  get keys(): readonly string[] {
    return [...this.#keys]
  }

  header(): void {
    // JSON has none.
  }

  unreadable(): void {
    // What is no row has no keys.
  }

  row({ window: { bytes }, start, end }: FoundRow): void {
    let at = start
    while (at < end && (bytes[at] ?? 0) <= 0x20) at++
    if (bytes[at] !== OPEN_OBJECT) return
    let depth = 0
    let nth = 0
    let isKey = false
    for (; at < end; at++) {
      const byte = bytes[at]
      if (byte === QUOTE) {
        const close = findQuote(bytes, at + 1, end)
        if (isKey) this.#take(bytes.subarray(at + 1, close), nth++)
        isKey = false
        at = close
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) isKey = ++depth === 1
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth--
      else if (byte === COMMA) isKey = depth === 1
    }
  }

  #take(key: Uint8Array, nth: number): void {
    const before = this.#before[nth]
    if (before !== undefined && isSame(before, key)) return
    this.#before[nth] = Uint8Array.from(key)
    if (this.#keys.size < MOST_KEYS) this.#keys.add(unescape(Buffer.from(key).toString()))
  }
}

function findQuote(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return Math.min(at, end)
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}

function unescape(key: string): string {
  if (!key.includes('\\')) return key
  try {
    return String(JSON.parse(`"${key}"`))
  } catch {
    // The row is no JSON, and will be rejected as such.
    return key
  }
}
