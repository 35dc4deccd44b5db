import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  Dict,
  dumpJson,
  isCallable,
  isTruthy,
  raise,
  readArguments,
  toText,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import { csvify, jsonify } from '../data-type.ts'
import { rowKeys } from '../keys.ts'
import type { AgateTable } from '../table.ts'
import type { TableMethods } from './method.ts'

/** The rows as JSON has them. */
export function jsonRows(table: AgateTable): readonly Dict[] {
  const { columns } = table
  return table.rows.map(
    ({ cells }) =>
      new Dict(columns.map(({ name, type }, at) => [name, jsonify(type, cells[at] ?? null)])),
  )
}

/** The text of `to_json()` and `print_json()`. `names`: what stands before `key`. */
export async function jsonText(table: AgateTable, args: CallArguments): Promise<string> {
  const [key, newline, indent, rest] = readArguments(args, 'to_json', [
    ...['key?', 'newline?', 'indent?', '**rest'],
  ])
  const isLines = isTruthy(newline ?? false)
  if (isLines && (key ?? null) !== null)
    raise('ValueError', 'to_json() takes a key or newline, not both')
  if (isLines && (indent ?? null) !== null)
    raise('ValueError', 'to_json() takes newline or indent, not both')
  const options = jsonOptions(indent, rest)
  const rows = jsonRows(table)
  if (isLines) return rows.map((row) => `${dumpJson(row, options)}\n`).join('')
  if (key === undefined || key === null) return dumpJson([...rows], options)
  const keys = await rowKeys(table, key, args)
  const keyed = new Dict()
  for (const [index, value] of keys.entries()) {
    const name = isCallable(key) ? value : toText(value)
    if (keyed.has(name)) raise('ValueError', `to_json() finds the key "${toText(name)}" twice`)
    keyed.set(name, rows[index] ?? null)
  }
  return dumpJson(keyed, options)
}

export function jsonOptions(indent: Value | undefined, rest: Value | undefined) {
  const given = (name: string): Value | undefined =>
    rest instanceof Dict ? rest.get(name) : undefined
  return {
    keepsUnicode: !isTruthy(given('ensure_ascii') ?? false),
    sortKeys: isTruthy(given('sort_keys') ?? false),
    ...(typeof indent === 'number' && { indent: ' '.repeat(indent) }),
    ...(typeof indent === 'string' && { indent }),
  }
}

/** The text of `to_csv()` and `print_csv()`, as Python's module `csv` writes it. */
export function csvText(table: AgateTable, args: CallArguments): string {
  const [rest] = readArguments(args, 'to_csv', ['**rest'])
  const option = (name: string, otherwise: string): string => {
    const given = rest instanceof Dict ? rest.get(name) : undefined
    return given === undefined || given === null ? otherwise : toText(given)
  }
  const [delimiter, quote, end] = [
    option('delimiter', ','),
    option('quotechar', '"'),
    option('lineterminator', '\n'),
  ]
  const mustQuote = option('quoting', '0') === '1'
  const write = (cell: string | null): string => {
    const text = (cell ?? '').replaceAll('\r', '\n')
    const isSpecial = [delimiter, quote, '\n'].some((it) => text.includes(it))
    return isSpecial || mustQuote ? quote + text.replaceAll(quote, quote + quote) + quote : text
  }
  const line = (cells: readonly (string | null)[]): string => {
    // A line of one empty cell would be no line at all.
    const text = cells.map(write).join(delimiter)
    return (text === '' && cells.length === 1 ? quote + quote : text) + end
  }
  return [
    line(table.names),
    ...table.rows.map(({ cells }) => line(table.names.map((_, at) => csvify(cells[at] ?? null)))),
  ].join('')
}

/** Writes a file, relative to the project's folder; folders are made. */
export function writeText(path: Value | undefined, text: string): null {
  const file = toText(path ?? raise('TypeError', 'a path is missing'))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return null
}

/** The arguments behind the first one, which is the path. */
export function splitPath(args: CallArguments): {
  readonly path: Value | undefined
  readonly rest: CallArguments
} {
  const named = new Map(args.named)
  const path = named.get('path')
  if (path === undefined) {
    const [first, ...positional] = args.positional
    return { path: first, rest: { ...args, positional } }
  }
  named.delete('path')
  return { path, rest: { ...args, named } }
}

export const writeMethods: TableMethods = {
  to_csv: (table, args) => {
    const { path, rest } = splitPath(args)
    return writeText(path, csvText(table, rest))
  },
  to_json: async (table, args) => {
    const { path, rest } = splitPath(args)
    return writeText(path, await jsonText(table, rest))
  },
}
