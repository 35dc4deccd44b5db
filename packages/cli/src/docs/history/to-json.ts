import type { SqlValue } from '@btn/adapter'
import type { Json, JsonObject } from '@btn/core'

/** A row as JSON, but for its first column and what is NULL. */
export function toJson(names: readonly string[], row: readonly SqlValue[]): JsonObject {
  const told: Record<string, Json> = {}
  for (const [at, name] of names.entries()) {
    const value = at === 0 ? undefined : toValue(row[at])
    if (value !== undefined) told[name] = value
  }
  return told
}

function toValue(value: SqlValue | undefined): Json | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object') return value
  switch (value.kind) {
    case 'decimal':
      return Number(value.text)
    case 'timestamptz':
      return new Date(value.text).toISOString()
    case 'date':
    case 'time':
    case 'timestamp':
    case 'text':
      return value.text
    default:
      return undefined
  }
}
