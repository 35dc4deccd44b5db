import {
  Dict,
  isCallable,
  isEqual,
  isTruthy,
  raise,
  readArguments,
  Slice,
  sliceOf,
  toText,
  Tuple,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import { compareValues } from '../compare.ts'
import { castOrRefuse } from '../data-type.ts'
import { ask, columnAt, itemsOf, listOf, rowKeys } from '../keys.ts'
import type { AgateTable } from '../table.ts'
import type { TableMethods } from './method.ts'
import { slugify } from './slugify.ts'

function keep(table: AgateTable, indexes: readonly number[]): AgateTable {
  return table.derive({
    columns: indexes.flatMap((index) => table.columns[index] ?? []),
    rows: table.rows.map(({ cells }) => indexes.map((index) => cells[index] ?? null)),
    rowNames: table.rowNames,
  })
}

/** New names by a list of them, or by a dict from old to new. */
function renamed(
  old: readonly Value[] | undefined,
  names: Value | undefined,
): readonly Value[] | undefined {
  if (names instanceof Dict) return old?.map((name) => names.get(name) ?? name)
  return names === undefined || names === null ? old : itemsOf(names)
}

function rename(table: AgateTable, args: CallArguments): AgateTable {
  const [columnNames, rowNames, slugColumns, slugRows] = readArguments(args, 'rename', [
    ...['column_names?', 'row_names?', 'slug_columns?', 'slug_rows?', '**rest'],
  ])
  let names = renamed(table.names, columnNames) ?? table.names
  let rows = renamed(table.rowNames, rowNames)
  if (isTruthy(slugColumns ?? false)) names = slugify(names, columnNames !== undefined)
  if (isTruthy(slugRows ?? false)) rows = rows && slugify(rows, true)
  if (names.length !== table.names.length)
    return raise('ValueError', 'rename() takes as many names as the table has columns')
  return table.derive({
    columns: table.columns.map((column, at) => ({ ...column, name: toText(names[at] ?? '') })),
    rows: table.rows.map(({ cells }) => cells),
    rowNames: rows,
  })
}

async function distinct(table: AgateTable, args: CallArguments): Promise<AgateTable> {
  const [key] = readArguments(args, 'distinct', ['key?'])
  // agate compares what it makes of several columns by identity, so that every row stays.
  if (itemsOf(key)) return table.withRows(table.rows.map((_, index) => index))
  const keys =
    key === undefined || key === null
      ? table.rows.map(({ cells }) => new Tuple(cells))
      : await rowKeys(table, key, args)
  const kept: number[] = []
  for (const [index, value] of keys.entries())
    if (!kept.some((other) => isEqual(keys[other] ?? null, value))) kept.push(index)
  return table.withRows(kept)
}

async function orderBy(table: AgateTable, args: CallArguments): Promise<AgateTable> {
  const [key, reverse] = readArguments(args, 'order_by', ['key', 'reverse?'])
  const keys = (await rowKeys(table, key ?? null, args)).map(listOf)
  const direction = isTruthy(reverse ?? false) ? -1 : 1
  const order = table.rows.map((_, index) => index)
  order.sort((a, b) => direction * compareValues(keys[a] ?? [], keys[b] ?? []))
  return table.withRows(order)
}

async function where(table: AgateTable, args: CallArguments): Promise<readonly number[]> {
  const [condition] = readArguments(args, 'where', ['test'])
  const kept: number[] = []
  for (const [index, row] of table.rows.entries())
    if (isTruthy(await ask(condition ?? null, row, args))) kept.push(index)
  return kept
}

/** Adds rows for values that are missing in the key columns. */
async function homogenize(table: AgateTable, args: CallArguments): Promise<AgateTable> {
  const [key, wanted, fill] = readArguments(args, 'homogenize', [
    ...['key', 'compare_values', 'default_row?'],
  ])
  const indexes = listOf(key).map((name) => columnAt(table, name))
  const known = table.rows.map(({ cells }) => new Tuple(indexes.map((at) => cells[at] ?? null)))
  const added: (readonly Value[])[] = []
  for (const value of itemsOf(wanted) ?? []) {
    const missing = new Tuple(listOf(value).map((it, at) => cast(table, indexes[at] ?? 0, it)))
    if (known.some((it) => isEqual(it, missing))) continue
    known.push(missing)
    const row = isCallable(fill ?? null)
      ? listOf(await ask(fill ?? null, missing, args))
      : filled(table, indexes, missing, itemsOf(fill))
    added.push(row.map((it, at) => cast(table, at, it)))
  }
  const rows = [...table.rows.map(({ cells }) => cells), ...added]
  return table.derive({ columns: table.columns, rows })
}

function filled(
  table: AgateTable,
  indexes: readonly number[],
  missing: Tuple,
  fill: readonly Value[] | undefined,
): readonly Value[] {
  const row = [...(fill ?? new Array<null>(table.names.length - indexes.length).fill(null))]
  for (const [at, index] of indexes.entries()) row.splice(index, 0, missing.items[at] ?? null)
  return row
}

function cast(table: AgateTable, index: number, value: Value): Value {
  return castOrRefuse(table.typeAt(index), value)
}

/** Methods that choose columns and rows. */
export const selectMethods: TableMethods = {
  select: (table, args) => {
    const [key] = readArguments(args, 'select', ['key'])
    return keep(
      table,
      listOf(key).map((name) => columnAt(table, name)),
    )
  },
  exclude: (table, args) => {
    const [key] = readArguments(args, 'exclude', ['key'])
    const dropped = listOf(key).map(toText)
    return keep(
      table,
      table.names.flatMap((name, index) => (dropped.includes(name) ? [] : [index])),
    )
  },
  rename,
  limit: (table, args) => {
    const [first, stop, step] = readArguments(args, 'limit', ['start_or_stop?', 'stop?', 'step?'])
    const isRange = isTruthy(stop ?? null) || isTruthy(step ?? null)
    const slice = isRange
      ? new Slice(first ?? null, stop ?? null, step ?? null)
      : new Slice(null, first ?? null, null)
    return table.withRows(
      sliceOf(
        table.rows.map((_, index) => index),
        slice,
      ),
    )
  },
  where: async (table, args) => table.withRows(await where(table, args)),
  find: async (table, args) => {
    const [condition] = readArguments(args, 'find', ['test'])
    for (const row of table.rows) if (isTruthy(await ask(condition ?? null, row, args))) return row
    return null
  },
  order_by: orderBy,
  distinct,
  homogenize,
}
