import type { LoadRequest } from '@btn/adapter'
import type { FileScan, HeaderMatch } from './files/inspection.ts'
import type { Layout, TableColumn } from './layout.ts'
import { BROKEN, FILE, isSameName, list, literal, quote, TEXT } from './names.ts'
import { trimSql } from './clean-sql.ts'
import type { Branch } from './stage-sql.ts'

/** A scan, and what its columns are in the table. */
export interface MatchedScan {
  readonly scan: FileScan
  readonly match: HeaderMatch
}

export type BranchRequest = Pick<LoadRequest, 'contract' | 'rename'>

/** Names of a scan's columns that the table does not have, which its quarantine keeps. */
export function extraColumns({ scan, match }: MatchedScan): readonly string[] {
  if (scan.files[0]?.shape.kind === 'json-lines') return []
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
  if (scan.files[0]?.shape.kind === 'json-lines') return jsonBranch(request, layout, { scan, file })
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

/** Every value of an object as text; what is no object is broken. */
function jsonBranch(
  request: BranchRequest,
  { columns }: Layout,
  { scan, file }: { readonly scan: FileScan; readonly file: string },
): Branch {
  const names = new Map(columns.map((it) => [it.name, namesInFile(request, it)]))
  const shape = Object.fromEntries([...names.values()].flat().map((it) => [it, 'VARCHAR']))
  const isObject = `case when json_valid(json) then json_type(json) = 'OBJECT' else false end`
  const parsed = `from_json(case when is_object then json end, ${literal(JSON.stringify(shape))})`
  const raw: Record<string, string> = {}
  const values: Record<string, string> = {}
  for (const [name, found] of names) {
    const fields = found.map((it) => `parsed.${quote(it)}`)
    const text = fields.length === 1 ? (fields[0] ?? 'null') : `coalesce(${list(fields)})`
    raw[name] = text
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

/** Keys under which an object may have a column: those that are renamed to it, and its own name. */
function namesInFile({ rename }: BranchRequest, { name }: TableColumn): readonly string[] {
  const renamed = Object.keys(rename).filter((key) => rename[key] === name)
  return Object.hasOwn(rename, name) ? renamed : [...renamed, name]
}
