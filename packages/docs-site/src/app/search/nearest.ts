import type { NodeTable } from '../../data/index.ts'

/** Rows whose names are few edits away from a word, nearest first. */
export function nearestRows(table: NodeTable, word: string, limit: number): readonly number[] {
  const wanted = word.toLowerCase()
  const reach = Math.max(2, Math.floor(wanted.length / 3))
  const near: { readonly row: number; readonly distance: number }[] = []
  table.name.forEach((name, row) => {
    if (table.hidden[row] === 1) return
    const own = name.toLowerCase()
    const tail = own.slice(own.indexOf('.') + 1)
    const distance = wanted.length > 2 && own.includes(wanted) ? 1 : edits(wanted, tail, reach)
    if (distance <= reach) near.push({ row, distance })
  })
  near.sort((a, b) => a.distance - b.distance || a.row - b.row)
  return near.slice(0, limit).map((it) => it.row)
}

/** How many letters to put in, take out, change or swap; more than `reach` is not counted further. */
export function edits(a: string, b: string, reach: number): number {
  if (Math.abs(a.length - b.length) > reach) return reach + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    if (Math.min(...row) > reach) return reach + 1
    before = above
    above = row
  }
  return above[b.length] ?? reach + 1
}
