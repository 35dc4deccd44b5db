// A row is a set of small integers, a bit for each.

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
