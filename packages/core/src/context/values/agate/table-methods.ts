import {
  callValue,
  dumpJson,
  Dict,
  hostFunction,
  isTruthy,
  raise,
  readArguments,
  toText,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import { drawTable } from './draw.ts'
import type { AgateTable } from './table.ts'
import { compareValues } from './compare.ts'

type TableMethod = (table: AgateTable, args: CallArguments) => Value | Promise<Value>

function namesIn(value: Value | undefined): readonly string[] {
  if (Array.isArray(value)) return value.map(toText)
  const isMany = typeof value === 'object' && value !== null && 'iterate' in value && value.iterate
  return isMany ? [...(value.iterate?.() ?? [])].map(toText) : [toText(value ?? null)]
}

function indexOf(table: AgateTable, name: string): number {
  const index = table.names.indexOf(name)
  return index < 0 ? raise('ValueError', `the table has no column "${name}"`) : index
}

function keep(table: AgateTable, indexes: readonly number[]): AgateTable {
  return table.derive({
    columns: indexes.flatMap((index) => table.table.columns[index] ?? []),
    rows: table.table.rows.map((row) => indexes.map((index) => row[index] ?? null)),
  })
}

function withRows(table: AgateTable, indexes: readonly number[]): AgateTable {
  const { columns, rows } = table.table
  return table.derive({
    columns,
    rows: indexes.flatMap((index) => (rows[index] ? [rows[index]] : [])),
  })
}

async function test(
  condition: Value | undefined,
  row: Value,
  args: CallArguments,
): Promise<boolean> {
  return isTruthy(
    await callValue(condition ?? null, { ...args, positional: [row], named: new Map() }),
  )
}

/** The value of a key for a row: a column's name, or a function of the row. */
function keyOf(key: Value | undefined, row: Value, args: CallArguments): Value | Promise<Value> {
  if (typeof key === 'string' && typeof row === 'object' && row !== null && 'getItem' in row) {
    return row.getItem?.(key) ?? null
  }
  return callValue(key ?? null, { ...args, positional: [row], named: new Map() })
}

function rename(table: AgateTable, names: Value | undefined): AgateTable {
  const isDict = names instanceof Dict
  const list = isDict || names === undefined || names === null ? [] : namesIn(names)
  if (!isDict && list.length > 0 && list.length !== table.names.length)
    return raise('ValueError', 'rename() takes as many names as the table has columns')
  const columns = table.table.columns.map((column, index) => {
    const renamed = isDict ? names.getItem(column.name) : list[index]
    return { ...column, name: renamed === undefined ? column.name : toText(renamed) }
  })
  return table.derive({ columns, rows: table.table.rows })
}

function jsonOf(table: AgateTable): string {
  const rows = table.rows.map(
    (row) => new Dict(table.names.map((name, at) => [name, row.cells[at] ?? null])),
  )
  return dumpJson(rows)
}

function csvOf(table: AgateTable): string {
  const quote = (text: string): string =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const line = (cells: readonly Value[]): string =>
    cells.map((cell) => quote(cell === null ? '' : toText(cell))).join(',')
  return [line(table.names), ...table.rows.map((row) => line(row.cells))].join('\n')
}

function structureOf(table: AgateTable): string {
  return drawTable(
    {
      names: ['column', 'data_type'],
      types: ['Text', 'Text'],
      rows: table.names.map((name, index) => [name, table.typeAt(index)]),
    },
    { maxRows: null, maxColumnWidth: null },
  )
}

const limitOf = (value: Value | undefined, otherwise: number): number | null =>
  value === null ? null : typeof value === 'number' ? value : otherwise

/** What a template can do with a table. What draws charts or reads files is agate's alone. */
export const tableMethods: Readonly<Record<string, TableMethod>> = {
  select: (table, args) => {
    const [key] = readArguments(args, 'select', ['key'])
    return keep(
      table,
      namesIn(key).map((name) => indexOf(table, name)),
    )
  },
  exclude: (table, args) => {
    const [key] = readArguments(args, 'exclude', ['key'])
    const dropped = namesIn(key)
    return keep(
      table,
      table.names.flatMap((name, index) => (dropped.includes(name) ? [] : [index])),
    )
  },
  rename: (table, args) =>
    rename(table, readArguments(args, 'rename', ['column_names?', '**rest'])[0]),
  limit: (table, args) => {
    const [first, stop, step] = readArguments(args, 'limit', ['start_or_stop', 'stop?', 'step?'])
    const [from, to] = typeof stop === 'number' ? [first, stop] : [0, first]
    const size = typeof step === 'number' ? step : 1
    const all = table.rows.map((_, index) => index)
    const chosen = all.slice(
      typeof from === 'number' ? from : 0,
      typeof to === 'number' ? to : undefined,
    )
    return withRows(
      table,
      chosen.filter((_, at) => at % size === 0),
    )
  },
  where: async (table, args) => {
    const [condition] = readArguments(args, 'where', ['test'])
    const kept: number[] = []
    for (const [index, row] of table.rows.entries())
      if (await test(condition, row, args)) kept.push(index)
    return withRows(table, kept)
  },
  find: async (table, args) => {
    const [condition] = readArguments(args, 'find', ['test'])
    for (const row of table.rows) if (await test(condition, row, args)) return row
    return null
  },
  order_by: async (table, args) => {
    const [key, reverse] = readArguments(args, 'order_by', ['key', 'reverse?'])
    const keys = await Promise.all(
      table.rows.map(async (row) =>
        Array.isArray(key)
          ? Promise.all(key.map(async (part) => keyOf(part, row, args)))
          : [await keyOf(key, row, args)],
      ),
    )
    const order = table.rows.map((_, index) => index)
    order.sort((a, b) => compareValues(keys[a] ?? [], keys[b] ?? []))
    return withRows(table, isTruthy(reverse ?? false) ? order.reverse() : order)
  },
  distinct: async (table, args) => {
    const [key] = readArguments(args, 'distinct', ['key?'])
    const seen = new Set<string>()
    const kept: number[] = []
    for (const [index, row] of table.rows.entries()) {
      const value =
        key === undefined || key === null
          ? row.cells.map(toText).join('\0')
          : toText(await keyOf(key, row, args))
      if (seen.has(value)) continue
      seen.add(value)
      kept.push(index)
    }
    return withRows(table, kept)
  },
  print_table: (table, args) => {
    const [rows, columns, width] = [0, 1, 4].map((at) => args.positional[at])
    const named = (name: string, value: Value | undefined): Value | undefined =>
      args.named.get(name) ?? value
    return table.print(
      drawTable(table.drawing(), {
        maxRows: limitOf(named('max_rows', rows), 20),
        maxColumns: limitOf(named('max_columns', columns), 6),
        maxColumnWidth: limitOf(named('max_column_width', width), 20),
      }),
    )
  },
  print_structure: (table) => table.print(structureOf(table)),
  print_json: (table) => table.print(jsonOf(table)),
  print_csv: (table) => table.print(csvOf(table)),
}

export const structureText = structureOf

/** Methods of agate's that need Python, files or a terminal of their own. */
const AGATE_ONLY: readonly string[] = [
  'aggregate',
  'bar_chart',
  'bins',
  'column_chart',
  'compute',
  'denormalize',
  'group_by',
  'homogenize',
  'join',
  'line_chart',
  'merge',
  'normalize',
  'pivot',
  'print_bars',
  'print_html',
  'scatterplot',
  'to_csv',
  'to_json',
]

export function findTableMethod(table: AgateTable, name: string): Value | undefined {
  const method = Object.hasOwn(tableMethods, name) ? tableMethods[name] : undefined
  if (method) return hostFunction(name, (args) => method(table, args))
  if (!AGATE_ONLY.includes(name)) return undefined
  return hostFunction(name, () =>
    raise('NotImplementedError', `${name}() of query results is not supported: do it in SQL`),
  )
}
