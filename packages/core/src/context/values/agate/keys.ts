import {
  callValue,
  isCallable,
  raise,
  toText,
  Tuple,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import type { AgateTable } from './table.ts'

/** A list or a tuple, and what behaves like one; undefined for anything else. */
export function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  if (Array.isArray(value)) return value
  const isMany = typeof value === 'object' && value !== null && 'iterate' in value && value.iterate
  return isMany ? [...(value.iterate?.() ?? [])] : undefined
}

/** One or several: a single one counts as a list. */
export function listOf(value: Value | undefined): readonly Value[] {
  return itemsOf(value) ?? [value ?? null]
}

/** The position of a column that is given by its name or position. */
export function columnAt(table: AgateTable, key: Value): number {
  const { names } = table
  const index =
    typeof key === 'number' ? (key < 0 ? key + names.length : key) : names.indexOf(toText(key))
  if (index >= 0 && index < names.length) return index
  return raise(
    'KeyError',
    `the table has no column ${typeof key === 'number' ? key : `"${toText(key)}"`}`,
  )
}

/** Calls a function of the template with one row. */
export function ask(callee: Value, row: Value, args: CallArguments): Value | Promise<Value> {
  return callValue(callee, { ...args, positional: [row], named: new Map() })
}

/** What each row is known by: the value of a column, the values of several, or what a function says of the row. */
export async function rowKeys(
  table: AgateTable,
  key: Value,
  args: CallArguments,
): Promise<readonly Value[]> {
  if (isCallable(key)) {
    const keys: Value[] = []
    for (const row of table.rows) keys.push(await ask(key, row, args))
    return keys
  }
  const columns = itemsOf(key)
  if (!columns) return table.values(columnAt(table, key))
  const indexes = columns.map((column) => columnAt(table, column))
  return table.rows.map(({ cells }) => new Tuple(indexes.map((index) => cells[index] ?? null)))
}
