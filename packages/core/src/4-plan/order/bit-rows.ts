/** A set of small integers as the bits of a row; rows are handed out and taken back, so few are alive at a time. */
export class BitRows {
  readonly #words: number
  readonly #free: Uint32Array[] = []

  constructor(size: number) {
    this.#words = (size + 31) >>> 5
  }

  take(): Uint32Array {
    return this.#free.pop() ?? new Uint32Array(this.#words)
  }

  giveBack(row: Uint32Array): void {
    row.fill(0)
    this.#free.push(row)
  }
}

export function addBit(row: Uint32Array, index: number): void {
  row[index >>> 5] = (row[index >>> 5] ?? 0) | (1 << (index & 31))
}

export function hasBit(row: Uint32Array, index: number): boolean {
  return ((row[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0
}

/** Adds every member of `from` to `row`. */
export function addBits(row: Uint32Array, from: Uint32Array): void {
  for (let word = 0; word < row.length; word++) row[word] = (row[word] ?? 0) | (from[word] ?? 0)
}

export function countBits(row: Uint32Array): number {
  let count = 0
  for (const word of row) {
    let bits = word - ((word >>> 1) & 0x55555555)
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    count += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return count
}
