import type { Json, JsonObject } from '../types/index.ts'
import { setOwn } from '../yaml/index.ts'

/**
 * The rows of a CSV text with a header, every value as text: what Python's `csv.DictReader` gives. A row that is too short
 * has nulls, empty lines count for nothing, values beyond the header are left out.
 */
export function readCsvRows(text: string): readonly JsonObject[] {
  const [header, ...records] = splitRecords(text)
  return records.map((record) => {
    const row: Record<string, Json> = {}
    header?.forEach((name, index) => setOwn(row, name, record[index] ?? null))
    return row
  })
}

/** Lines with anything on them, cut into their fields. */
function splitRecords(text: string): readonly (readonly string[])[] {
  const records: string[][] = []
  let fields: string[] = []
  for (const { value, end } of readFields(text)) {
    fields.push(value)
    if (end === ',') continue
    if (fields.length > 1 || value !== '') records.push(fields)
    fields = []
  }
  return records
}

interface Field {
  readonly value: string
  /** What stands behind it: a comma, a line break, or nothing more. */
  readonly end: string
}

/** A field is quoted when it begins with a quote; text behind the closing one still belongs to it. */
const FIELD = /(?:"((?:[^"]|"")*)(?:"|$))?([^,\r\n]*)(,|\r\n|\r|\n|$)/y

function* readFields(text: string): Iterable<Field> {
  FIELD.lastIndex = 0
  while (FIELD.lastIndex <= text.length) {
    const [all = '', quoted, plain = '', end = ''] = FIELD.exec(text) ?? []
    const value = (quoted?.replaceAll('""', '"') ?? '') + plain
    yield { value, end }
    if (end === '' || all === '') return
  }
}
