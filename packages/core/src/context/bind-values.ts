import type { Dialect } from '@btn/adapter'
import { iterate, toJs, toText, type Value } from '@btn/jinja'

/** Texts, quoted names and comments, in which a mark stands for nothing, and the marks themselves. */
const MARKS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|\?|%s/g

/** Puts values, written as literals, in the place of `?` and `%s`. */
export function bindValues(sql: string, values: Value, dialect: Dialect): string {
  const left = [...iterate(values)]
  return sql.replace(MARKS, (mark) =>
    mark === '?' || mark === '%s' ? literal(left.shift() ?? null, dialect) : mark,
  )
}

function literal(value: Value, dialect: Dialect): string {
  const plain = toJs(value)
  if (plain === null || typeof plain === 'boolean' || typeof plain === 'bigint')
    return dialect.literal(plain)
  if (typeof plain === 'number' && Number.isFinite(plain)) return dialect.literal(plain)
  return dialect.literal(toText(value))
}
