import type { SqlTable, SqlValue } from '@btn/adapter'
import type { Json, JsonObject } from '../types/index.ts'

/** Of texts, as much as tells which row it is. */
const LONGEST_TEXT = 200

/** The rows as objects. */
export function sampleJson({ columns, rows }: SqlTable): readonly JsonObject[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, at) => [name, toJson(row[at] ?? null)])),
  )
}

/** Numbers that JSON cannot hold exactly become texts. */
function toJson(value: SqlValue): Json {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string') return cut(value)
  if (typeof value !== 'object' || value === null) return value
  switch (value.kind) {
    case 'list':
      return value.items.slice(0, LONGEST_TEXT).map(toJson)
    case 'struct':
      return Object.fromEntries(
        value.entries.map(([key, it]) => [String(toJson(key)), toJson(it)] as const),
      )
    case 'blob':
      return cut(Buffer.from(value.bytes.slice(0, LONGEST_TEXT)).toString('hex'))
    default:
      return cut(value.text)
  }
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text
}
