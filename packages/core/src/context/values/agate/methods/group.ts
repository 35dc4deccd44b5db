import {
  isCallable,
  isTruthy,
  readArguments,
  toText,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import { castOrRefuse, type AgateType } from '../data-type.ts'
import { columnAt, rowKeys } from '../keys.ts'
import type { AgateTable } from '../table.ts'
import { TableSet } from '../table-set.ts'
import { groupIndexes } from './join.ts'
import type { TableMethods } from './method.ts'

/** A table for each value of a column, or for each answer of a function. */
export async function groupBy(
  table: AgateTable,
  {
    key,
    name,
    args,
  }: { readonly key: Value; readonly name: Value | undefined; readonly args: CallArguments },
): Promise<TableSet> {
  const index = isCallable(key) ? undefined : columnAt(table, key)
  const type = index === undefined ? 'Text' : table.typeAt(index)
  const otherwise = index === undefined ? 'group' : (table.names[index] ?? '')
  const given = (await rowKeys(table, key, args)).map((value) => castOrRefuse(type, value))
  const keyName = isTruthy(name ?? null) ? toText(name ?? '') : otherwise
  return groupByKeys(table, given, { name: keyName, type })
}

/** Tables of the rows that share a key; `keys` has one for each row. */
export function groupByKeys(
  table: AgateTable,
  keys: readonly Value[],
  about: { readonly name: string; readonly type: AgateType },
): TableSet {
  const groups = groupIndexes(keys).entries()
  // As agate: a set always holds a table.
  const tables =
    groups.length === 0 ? [table.withRows([])] : groups.map(([, rows]) => table.withRows(rows))
  return new TableSet(
    tables,
    groups.map(([value]) => value),
    about,
  )
}

export const groupMethods: TableMethods = {
  group_by: (table, args) => {
    const [key, name] = readArguments(args, 'group_by', ['key', 'key_name?', 'key_type?'])
    return groupBy(table, { key: key ?? null, name, args })
  },
}
