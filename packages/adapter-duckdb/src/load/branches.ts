import type { LoadRequest } from '@btn/adapter'
import type { FileScan, HeaderMatch } from './files/inspection.ts'
import type { Layout, TableColumn } from './layout.ts'
import { BROKEN, FILE, isSameName, list, literal, quote, TEXT } from './names.ts'
import { trimSql } from './clean-sql.ts'
import type { Branch } from './stage-sql.ts'

/** A scan, and what its columns are in the table. */
export interface MatchedScan {
  readonly scan: FileScan
  /** Of its first file: a scan of records has files with the same header only. */
  readonly match: HeaderMatch
  /** Of all its files, in order. */
  readonly ofScan: readonly HeaderMatch[]
}

export type BranchRequest = Pick<LoadRequest, 'contract' | 'rename'>

/** Names of a scan's columns that the table does not have, which its quarantine keeps. */
export function extraColumns({ scan, match, ofScan }: MatchedScan): readonly string[] {
  if (isJson(scan)) return ofScan.flatMap(({ drift, added }) => without(drift.extra, added))
  return scan.columns.flatMap(({ name }, index) => (match.targets[index] === undefined ? name : []))
}

/** How a scan becomes rows of the stage; `first` is the number of its first file. */
export function branchOf(
  { request, layout, hasJson }: { request: BranchRequest; layout: Layout; hasJson: boolean },
  matched: MatchedScan,
  first: number,
): Branch {
  const { scan } = matched
  const file = fileSql(scan, first)
  if (isJson(scan)) return jsonBranch(request, layout, { ...matched, file })
  const isTrimmed = scan.files.every((it) => it.isTrimmed)
  const doTrim = request.contract.text === 'trim' && !isTrimmed
  const raw: Record<string, string> = {}
  const values: Record<string, string> = {}
  scan.columns.forEach(({ name, type }, index) => {
    const target = matched.match.targets[index]
    const isText = /^varchar\b/i.test(type)
    const text = isText ? quote(name) : `${quote(name)}::varchar`
    const field = target ?? layout.extras.find((it) => isSameName(it, name))
    if (field !== undefined) raw[field] = text
    if (target !== undefined) values[target] = isText && doTrim ? trimSql(text) : quote(name)
  })
  const carried = { [FILE]: file, ...(hasJson && { [BROKEN]: 'false', [TEXT]: 'null::varchar' }) }
  const isAsRead = !doTrim && scan.columns.every(({ type }) => /^varchar\b/i.test(type))
  return { from: scan.sql, carried, raw, values, isAsRead }
}

function fileSql({ files }: FileScan, first: number): string {
  if (files.length === 1) return `${first}::integer`
  const paths = list(files.map(({ readPath }) => literal(readPath)))
  return `(list_position([${paths}], filename) + ${first - 1})::integer`
}

function isJson({ files }: FileScan): boolean {
  return files[0]?.shape.kind === 'json-lines'
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.some((it) => isSameName(it, name)))
}

/** Every value of an object as text; what is no object is broken. */
function jsonBranch(
  request: BranchRequest,
  { columns, extras }: Layout,
  { scan, ofScan, file }: MatchedScan & { readonly file: string },
): Branch {
  const names = new Map<string, readonly string[]>([
    ...columns.map((it) => [it.name, keysOf(request, it, ofScan)] as const),
    ...extras.map((it) => [it, [it]] as const),
  ])
  const { parsed, read } = parseKeys([...names.values()].flat())
  const isObject = `case when json_valid(json) then json_type(json) = 'OBJECT' else false end`
  const raw: Record<string, string> = {}
  const values: Record<string, string> = {}
  for (const [name, keys] of names) {
    const found = keys.map(read)
    const text = found.length === 1 ? (found[0] ?? 'null') : `coalesce(${list(found)})`
    raw[name] = text
    if (!extras.includes(name))
      values[name] = request.contract.text === 'trim' ? trimSql(text) : text
  }
  const rows = `select *, ${isObject} as is_object from ${scan.sql}`
  return {
    from: `(select *, ${parsed} as parsed from (${rows}))`,
    carried: { [FILE]: file, [BROKEN]: 'not is_object', [TEXT]: 'json' },
    raw,
    values,
    isAsRead: false,
  }
}

/** One reading of an object for all keys; those that a struct cannot have beside others, because only case tells them apart, are read alone. */
function parseKeys(keys: readonly string[]) {
  const inStruct = keys.filter((key, at) => keys.findIndex((it) => isSameName(it, key)) === at)
  const shape = JSON.stringify(Object.fromEntries(inStruct.map((it) => [it, 'VARCHAR'])))
  const object = 'case when is_object then json end'
  return {
    parsed: `from_json(${object}, ${literal(shape)})`,
    read: (key: string) =>
      inStruct.includes(key)
        ? `parsed.${quote(key)}`
        : `(${object} ->> ${literal(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)})`,
  }
}

/** Keys under which an object may have a column: those that are renamed to it, its own name, and what differs from that in case only. */
function keysOf(
  { rename }: BranchRequest,
  { name }: TableColumn,
  ofScan: readonly HeaderMatch[],
): readonly string[] {
  const renamed = Object.keys(rename).filter((key) => rename[key] === name)
  const own = Object.hasOwn(rename, name) ? renamed : [...renamed, name]
  const found = ofScan.flatMap(({ drift }) =>
    Object.keys(drift.renamed).filter((key) => drift.renamed[key] === name),
  )
  return [...new Set([...own, ...found])]
}
