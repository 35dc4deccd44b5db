import type { SqlValue } from '@btn/adapter'
import type { Json, JsonObject } from '../types/index.ts'

/** A cell as JSON has it. Numbers are numbers, as exact as JSON's can be. */
export function toJson(value: SqlValue): Json {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value === null || typeof value !== 'object') return value
  switch (value.kind) {
    case 'decimal':
      return Number(value.text)
    case 'list':
      return value.items.map(toJson)
    case 'struct':
      return Object.fromEntries(value.entries.map(([key, it]) => [textOf(key), toJson(it)]))
    case 'blob':
      return null
    default:
      return value.text
  }
}

function textOf(key: SqlValue): string {
  const json = toJson(key)
  return typeof json === 'string' ? json : JSON.stringify(json)
}

export function rowToJson(names: readonly string[], row: readonly SqlValue[]): JsonObject {
  return Object.fromEntries(names.map((name, index) => [name, toJson(row[index] ?? null)]))
}
