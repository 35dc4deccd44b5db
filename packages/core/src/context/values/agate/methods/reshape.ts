import {
  Dict,
  raise,
  readArguments,
  toText,
  Tuple,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import { asDecimal, Decimal } from '../../../python/decimal.ts'
import type { TableColumn } from '../content.ts'
import { guessType } from '../infer.ts'
import { columnAt, itemsOf, listOf } from '../keys.ts'
import { decimalPlaces, formatNumber, numberIn, roundLimits } from '../numbers.ts'
import { OrderedDict } from '../sequence.ts'
import type { AgateTable } from '../table.ts'
import { TableSet, type TableOrSet } from '../table-set.ts'
import { groupBy, groupByKeys } from './group.ts'
import type { TableMethods } from './method.ts'

const ZERO = new Decimal(0n, 0)
const COUNT = 'Count'

/** A table with columns whose types are guessed from their values. */
function withGuesses(
  table: AgateTable,
  known: readonly TableColumn[],
  content: {
    readonly names: readonly string[]
    readonly rows: readonly (readonly Value[])[]
    readonly rowNames?: readonly Value[]
  },
): AgateTable {
  const guesses = content.names.map((_, at) =>
    guessType(content.rows.map((row) => row[known.length + at] ?? null)),
  )
  return table.derive({
    columns: [
      ...known,
      ...content.names.map((name, at) => ({ name, type: guesses[at]?.type ?? 'Text' })),
    ],
    rows: content.rows.map((row, index) => [
      ...row.slice(0, known.length),
      ...guesses.map(({ values }) => values[index] ?? null),
    ]),
    rowNames: content.rowNames,
  })
}

/** Columns become rows: a row for each property of each row. */
function normalize(table: AgateTable, args: CallArguments): AgateTable {
  const [key, properties, property, value] = readArguments(args, 'normalize', [
    ...['key', 'properties', 'property_column?', 'value_column?', 'column_types?'],
  ])
  const keys = listOf(key).map((name) => columnAt(table, name))
  const columns = listOf(properties).map((name) => columnAt(table, name))
  const rows = table.rows.flatMap(({ cells }) =>
    columns.map((at) => [
      ...keys.map((index) => cells[index] ?? null),
      table.names[at] ?? null,
      cells[at] ?? null,
    ]),
  )
  const names = [toText(property ?? 'property'), toText(value ?? 'value')]
  return withGuesses(table, columnsAt(table, keys), { names, rows })
}

function columnsAt(table: AgateTable, indexes: readonly number[]): readonly TableColumn[] {
  return indexes.flatMap((index) => table.columns[index] ?? [])
}

interface Spread {
  readonly keys: readonly Value[]
  readonly property: Value
  readonly value: Value
  /** For what is missing; undefined for zero or nothing, whatever suits the column. */
  readonly otherwise?: Value | undefined
  /** The columns hold numbers; otherwise their types are guessed. */
  readonly isNumeric?: boolean
}

/** Rows become columns: each value of the property is one. */
function spread(
  table: AgateTable,
  { keys, property, value, otherwise, isNumeric }: Spread,
): AgateTable {
  const places = keys.map((name) => columnAt(table, name))
  const [propertyAt, valueAt] = [columnAt(table, property), columnAt(table, value)]
  const fallback =
    otherwise !== undefined ? otherwise : table.typeAt(valueAt) === 'Number' ? ZERO : null
  const names: string[] = []
  const groups = new Dict()
  const cellsOf: Map<string, Value>[] = []
  for (const { cells } of table.rows) {
    const name = toText(cells[propertyAt] ?? null)
    if (!names.includes(name)) names.push(name)
    const key = new Tuple(places.map((at) => cells[at] ?? null))
    const known = groups.get(key)
    const place = typeof known === 'number' ? known : cellsOf.push(new Map()) - 1
    groups.set(key, place)
    cellsOf[place]?.set(name, cells[valueAt] ?? null)
  }
  const rowKeys = [...groups.keys()].map(listOf)
  const rows = rowKeys.map((key, index) => [
    ...key,
    ...names.map(
      (name) => cellsOf[index]?.get(name) ?? (cellsOf[index]?.has(name) ? null : fallback),
    ),
  ])
  const rowNames = rowKeys.map((key) => (key.length === 1 ? (key[0] ?? null) : new Tuple(key)))
  const known = columnsAt(table, places)
  if (!isNumeric) return withGuesses(table, known, { names, rows, rowNames })
  const counted = names.map((name): TableColumn => ({ name, type: 'Number' }))
  return table.derive({ columns: [...known, ...counted], rows, rowNames })
}

/** How many rows each group has: a row for each combination of keys. */
function countGroups(set: TableSet): AgateTable {
  const names: TableColumn[] = []
  for (let at: TableOrSet | undefined = set; at instanceof TableSet; at = at.tables[0])
    names.push({ name: at.keyName, type: at.keyType })
  const rows = countRows(set)
  return set.sample.derive({
    columns: [...names, { name: COUNT, type: 'Number' }],
    rows,
    rowNames: rows.map((row) =>
      names.length === 1 ? (row[0] ?? null) : new Tuple(row.slice(0, names.length)),
    ),
  })
}

function countRows(set: TableSet): Value[][] {
  return set.keys.flatMap((key, index) => {
    const table = set.tables[index]
    if (table instanceof TableSet) return countRows(table).map((row) => [key, ...row])
    return [[key, new Decimal(BigInt(table?.rows.length ?? 0), 0)]]
  })
}

async function group(
  at: TableOrSet,
  key: Value,
  name: Value | undefined,
  args: CallArguments,
): Promise<TableSet> {
  if (!(at instanceof TableSet)) return groupBy(at, { key, name, args })
  const tables: TableSet[] = []
  for (const table of at.tables) tables.push(await group(table, key, name, args))
  return new TableSet(tables, at.keys, { name: at.keyName, type: at.keyType })
}

/** Counts the rows of each combination of keys; the values of `pivot` become columns. */
async function pivot(table: AgateTable, args: CallArguments): Promise<Value> {
  const [key, column, aggregation, computation, otherwise, name] = readArguments(args, 'pivot', [
    ...['key?', 'pivot?', 'aggregation?', 'computation?', 'default_value?', 'key_name?'],
  ])
  if ((aggregation ?? null) !== null || (computation ?? null) !== null)
    return raise(
      'NotImplementedError',
      'pivot() counts rows; anything else is not supported: do it in SQL',
    )
  const isMany = itemsOf(key) !== undefined
  if (isMany && (name ?? null) !== null)
    return raise('ValueError', 'pivot() takes a key_name for one key only')
  const keys = key === undefined || key === null ? [] : listOf(key)
  let groups: TableOrSet = table
  for (const it of keys) groups = await group(groups, it, name, args)
  if (column !== undefined && column !== null) {
    const counted = countGroups(await group(groups, column, undefined, args))
    const names = counted.names.slice(0, keys.length)
    return spread(counted, {
      keys: names,
      property: column,
      value: COUNT,
      otherwise,
      isNumeric: true,
    })
  }
  if (!(groups instanceof TableSet)) return new OrderedDict([[COUNT, table.rows.length]])
  return countGroups(groups)
}

/** How many values lie in each of some ranges of the same size. */
function bins(table: AgateTable, args: CallArguments): Value {
  const [column, count, from, to] = readArguments(args, 'bins', [
    ...['column_name', 'count?', 'start?', 'end?'],
  ])
  const index = columnAt(table, column ?? null)
  if (table.typeAt(index) !== 'Number')
    return raise('TypeError', 'bins() is for columns of decimal or floating-point numbers')
  const ranges = cutRanges(
    table.values(index).flatMap((value) => numberIn(value) ?? []),
    { count: typeof count === 'number' ? count : 10, from, to },
  )
  const keys = table.values(index).map((value) => findRange(ranges, numberIn(value)))
  const counted = countGroups(
    groupByKeys(table, keys, { name: table.names[index] ?? '', type: 'Text' }),
  )
  const order = [...ranges.map(({ name }) => name), null]
  const place = (at: number): number => order.indexOf(nameAt(counted, at))
  const rows = counted.rows.map((_, at) => at)
  return counted.withRows(rows.sort((a, b) => place(a) - place(b)))
}

function nameAt(table: AgateTable, row: number): string | null {
  const cell = table.rows[row]?.cells[0] ?? null
  return cell === null ? null : toText(cell)
}

interface Range {
  readonly end: Decimal
  readonly name: string
}

function cutRanges(
  values: readonly Decimal[],
  {
    count,
    from,
    to,
  }: { readonly count: number; readonly from: Value | undefined; readonly to: Value | undefined },
): readonly Range[] {
  const sorted = values.toSorted((a, b) => a.compare(b) ?? 0)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most) return raise('ValueError', 'bins() needs a value')
  const [low, high] = roundLimits(least, most)
  const start = (from && asDecimal(from)) || low
  const end = (to && asDecimal(to)) || high
  const size = decimal(decimal(end, '-', start), '/', new Decimal(BigInt(count), 0))
  const ends = Array.from({ length: count }, (_, at) =>
    decimal(start, '+', decimal(size, '*', new Decimal(BigInt(at + 1), 0))),
  )
  const places = decimalPlaces([start, ...ends])
  const text = (value: Decimal): string => formatNumber(value, places) ?? ''
  return ends.map((top, at) => {
    const isLast = at === count - 1
    const first =
      at === 0 && low.compare(start) === -1 ? low : at === 0 ? start : (ends[at - 1] ?? start)
    const last = isLast && at > 0 && high.compare(end) === 1 ? high : top
    return { end: top, name: `[${text(first)} - ${text(last)}${isLast ? ']' : ')'}` }
  })
}

function decimal(left: Decimal, operator: string, right: Decimal): Decimal {
  const result = left.operate(operator, right, false)
  return result instanceof Decimal ? result : raise('ValueError', 'the ranges cannot be cut')
}

function findRange(ranges: readonly Range[], value: Decimal | undefined): Value {
  if (!value) return null
  const found = ranges.find(({ end }) => value.compare(end) === -1)
  return (found ?? ranges.at(-1))?.name ?? null
}

/** Methods that turn columns into rows and rows into columns. */
export const reshapeMethods: TableMethods = {
  normalize,
  denormalize: (table, args) => {
    const [key, property, value, otherwise] = readArguments(args, 'denormalize', [
      ...['key?', 'property_column?', 'value_column?', 'default_value?', 'column_types?'],
    ])
    return spread(table, {
      keys: key === undefined || key === null ? [] : listOf(key),
      property: property ?? 'property',
      value: value ?? 'value',
      otherwise,
    })
  },
  pivot,
  bins,
}
