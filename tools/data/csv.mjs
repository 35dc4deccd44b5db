import { closeSync, openSync, renameSync, writeFileSync } from 'node:fs'

const pieceLength = 1 << 20

/** @param {unknown} value */
function toField(value) {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** @param {readonly unknown[]} values */
const toLine = (values) => `${values.map(toField).join(',')}\r\n`

/**
 * Writes rows piece by piece, however many they are, with a header of their keys. The file appears
 * under its name when it is whole. Returns the number of rows.
 * @param {string} path
 * @param {Iterable<Record<string, unknown>>} rows
 */
export function writeCsv(path, rows) {
  const partial = `${path}.part`
  const file = openSync(partial, 'w')
  let piece = ''
  let count = 0
  for (const row of rows) {
    if (count === 0) piece += toLine(Object.keys(row))
    piece += toLine(Object.values(row))
    count += 1
    if (piece.length > pieceLength) {
      writeFileSync(file, piece)
      piece = ''
    }
  }
  writeFileSync(file, piece)
  closeSync(file)
  renameSync(partial, path)
  return count
}
