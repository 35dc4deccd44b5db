import { join } from 'node:path'
import {
  Dict,
  dumpJson,
  isTruthy,
  raise,
  readArguments,
  toText,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import { drawTable } from '../draw.ts'
import { itemsOf } from '../keys.ts'
import type { AgateTable } from '../table.ts'
import type { TableSet } from '../table-set.ts'
import { isTable } from './method.ts'
import { csvText, jsonOptions, jsonRows, jsonText, splitPath, writeText } from './write.ts'

function tablesOf(set: TableSet): readonly AgateTable[] {
  return set.tables.map((table) =>
    isTable(table)
      ? table
      : raise('TypeError', 'this works for a set of tables, not for a set of sets'),
  )
}

/** One table again, with the keys in its first column. */
export function mergeSet(set: TableSet, args: CallArguments): Value {
  const [groups, name] = readArguments(args, 'merge', ['groups?', 'group_name?', 'group_type?'])
  const keys = itemsOf(groups) ?? set.keys
  if (keys.length !== set.keys.length)
    raise('ValueError', 'merge() takes as many groups as the set has tables')
  const first = { name: name ? toText(name) : set.keyName, type: set.keyType }
  return set.sample.derive({
    columns: [first, ...set.sample.columns],
    rows: tablesOf(set).flatMap((table, index) =>
      table.rows.map(({ cells }) => [keys[index] ?? null, ...cells]),
    ),
  })
}

/** Prints how many rows each table has. */
export function printSet(set: TableSet, args: CallArguments): null {
  const [maxRows] = readArguments(args, 'print_structure', ['max_rows?', 'output?'])
  const most = typeof maxRows === 'number' ? maxRows : 20
  const rows = set.keys
    .slice(0, most)
    .map((key, index) => [
      key === null ? null : toText(key),
      String(set.tables[index]?.size() ?? 0),
    ])
  const columns = [
    { name: 'table', type: 'Text' as const },
    { name: 'rows', type: 'Text' as const },
  ]
  return set.sample.print(drawTable({ columns, rows }, { maxColumnWidth: null }))
}

/** A file for each table, in a folder; or one file of JSON for all (`nested`). */
export async function writeSet(
  set: TableSet,
  method: 'to_csv' | 'to_json',
  args: CallArguments,
): Promise<null> {
  const { path, rest } = splitPath(args)
  const isNested = isTruthy(rest.named.get('nested') ?? false)
  const named = new Map([...rest.named].filter(([name]) => name !== 'nested'))
  const tables = tablesOf(set)
  if (isNested && method === 'to_json') {
    const all = new Dict(
      tables.map((table, at) => [toText(set.keys[at] ?? null), [...jsonRows(table)]]),
    )
    return writeText(path, dumpJson(all, jsonOptions(named.get('indent'), new Dict(named))))
  }
  for (const [index, table] of tables.entries()) {
    const call = { ...rest, named }
    const text = method === 'to_csv' ? csvText(table, call) : await jsonText(table, call)
    const ending = method === 'to_csv' ? 'csv' : 'json'
    writeText(join(toText(path ?? ''), `${toText(set.keys[index] ?? null)}.${ending}`), text)
  }
  return null
}
