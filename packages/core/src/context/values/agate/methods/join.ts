import {
  Dict,
  isCallable,
  isTruthy,
  raise,
  readArguments,
  toText,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import type { TableColumn } from '../content.ts'
import { columnAt, itemsOf, rowKeys } from '../keys.ts'
import type { AgateTable } from '../table.ts'
import { isTable, type TableMethods } from './method.ts'

/** How two tables are joined. */
interface Join {
  readonly left: AgateTable
  readonly right: AgateTable
  readonly leftKeys: readonly Value[]
  readonly rightKeys: readonly Value[]
  /** Positions of the columns of the right table that are kept. */
  readonly kept: readonly number[]
  readonly isInner: boolean
  readonly isFull: boolean
  readonly mustMatch: boolean
}

async function readJoin(left: AgateTable, args: CallArguments): Promise<Join> {
  const [right, leftKey, rightKey, inner, full, match, columns] = readArguments(args, 'join', [
    ...[
      'right_table',
      'left_key?',
      'right_key?',
      'inner?',
      'full_outer?',
      'require_match?',
      'columns?',
    ],
  ])
  if (!isTable(right)) return raise('TypeError', 'join() takes a table')
  const [isInner, isFull, mustMatch] = [inner, full, match].map((it) => isTruthy(it ?? false))
  if (isInner && isFull) raise('ValueError', 'join() is inner or full_outer, not both')
  const first = leftKey ?? null
  const second = first === null ? null : (rightKey ?? first)
  return {
    left,
    right,
    leftKeys: await joinKeys(left, first, args),
    rightKeys: await joinKeys(right, second, args),
    kept: keptColumns(right, second, { isFull: isFull === true, columns: itemsOf(columns) }),
    isInner: isInner === true,
    isFull: isFull === true,
    mustMatch: mustMatch === true,
  }
}

/** Without a key, rows are joined by their position. */
async function joinKeys(
  table: AgateTable,
  key: Value,
  args: CallArguments,
): Promise<readonly Value[]> {
  return key === null ? table.rows.map((_, index) => index) : rowKeys(table, key, args)
}

/** The key's columns stand in the left table already. */
function keptColumns(
  table: AgateTable,
  key: Value,
  { isFull, columns }: { readonly isFull: boolean; readonly columns: readonly Value[] | undefined },
): readonly number[] {
  const all = table.names.map((_, index) => index)
  if (isFull) return all
  if (columns) return all.filter((index) => columns.some((it) => toText(it) === table.names[index]))
  if (key === null || isCallable(key)) return all
  const keys = (itemsOf(key) ?? [key]).map((name) => columnAt(table, name))
  return all.filter((index) => !keys.includes(index))
}

function joinedColumns({ left, right, kept }: Join): readonly TableColumn[] {
  const added = kept.flatMap((index) => right.columns[index] ?? [])
  const rename = ({ name, type }: TableColumn): TableColumn => ({
    name: left.names.includes(name) ? `${name}2` : name,
    type,
  })
  return [...left.columns, ...added.map(rename)]
}

function joinRows(join: Join): Pick<Parameters<AgateTable['derive']>[0], 'rows' | 'rowNames'> {
  const { left, right, leftKeys, rightKeys, kept, isInner, isFull, mustMatch } = join
  const pick = (index: number | undefined): readonly Value[] =>
    kept.map((at) => (index === undefined ? null : (right.rows[index]?.cells[at] ?? null)))
  const matches = groupIndexes(rightKeys)
  const rows: (readonly Value[])[] = []
  const rowNames: Value[] = []
  for (const [index, key] of leftKeys.entries()) {
    const found = matches.find(key)
    if (!found && mustMatch)
      raise('ValueError', `join() finds no row for the key "${toText(key)}" in the right table`)
    for (const at of found ?? (isInner ? [] : [undefined])) {
      rows.push([...(left.rows[index]?.cells ?? []), ...pick(at)])
      rowNames.push(left.rowNames?.[index] ?? null)
    }
  }
  if (!isFull) return { rows, rowNames: left.rowNames && rowNames }
  const known = groupIndexes(leftKeys)
  for (const [index, key] of rightKeys.entries())
    if (!known.find(key)) rows.push([...left.names.map(() => null), ...pick(index)])
  return { rows }
}

/** Positions by their key, as Python compares keys. */
export function groupIndexes(keys: readonly Value[]): {
  readonly find: (key: Value) => readonly number[] | undefined
  readonly entries: () => (readonly [Value, readonly number[]])[]
} {
  const groups: number[][] = []
  const places = new Dict()
  for (const [index, key] of keys.entries()) {
    const place = places.get(key)
    if (typeof place === 'number') groups[place]?.push(index)
    else places.set(key, groups.push([index]) - 1)
  }
  const find = (key: Value): readonly number[] | undefined => {
    const place = places.get(key)
    return typeof place === 'number' ? groups[place] : undefined
  }
  return { find, entries: () => [...places.keys()].map((key) => [key, find(key) ?? []]) }
}

/** The rows of several tables under one another; a column that a table lacks is empty there. */
function merge(table: AgateTable, args: CallArguments): AgateTable {
  const [given, rowNames, only] = readArguments(args, 'merge', [
    ...['tables', 'row_names?', 'column_names?'],
  ])
  const tables = (itemsOf(given) ?? []).filter(isTable)
  const wanted = itemsOf(only)?.map(toText)
  const columns: TableColumn[] = []
  for (const column of tables.flatMap((it) => it.columns)) {
    if (wanted && !wanted.includes(column.name)) continue
    const known = columns.find(({ name }) => name === column.name)
    if (!known) columns.push(column)
    else if (known.type !== column.type)
      raise('TypeError', `merge() finds two types in the columns "${column.name}"`)
  }
  const rows = tables.flatMap((it) => {
    const places = columns.map(({ name }) => it.names.indexOf(name))
    return it.rows.map(({ cells }) => places.map((at) => cells[at] ?? null))
  })
  return table.derive({ columns, rows, rowNames: itemsOf(rowNames) })
}

/** Methods that make one table of several. */
export const joinMethods: TableMethods = {
  join: async (table, args) => {
    const join = await readJoin(table, args)
    return table.derive({ columns: joinedColumns(join), ...joinRows(join) })
  },
  merge,
}
