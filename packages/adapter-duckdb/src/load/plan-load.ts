import type { LoadRequest } from '@btn/adapter'
import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { branchOf, extraColumns, type MatchedScan } from './branches.ts'
import type { FileInspection, HeaderMatch, ScannableFile } from './files/inspection.ts'
import { matchHeader } from './files/match-header.ts'
import { placeOfLine } from './files/problems.ts'
import { planScans } from './files/plan-scans.ts'
import { createLayout, isPersonal, type Layout, type LineageColumn } from './layout.ts'
import { FILE, fillDate, instantLiteral, isSameName, list, literal, quote } from './names.ts'
import { loadIdOf } from './quarantine-table.ts'
import { listReasons } from './reasons.ts'
import type { StagePlan } from './stage-sql.ts'

/** What a load will read, and how. */
export interface LoadPlan {
  readonly stage: StagePlan
  /** In the order in which they are read. */
  readonly files: readonly ScannableFile[]
  /** By index of the files. */
  readonly matches: readonly HeaderMatch[]
  /** What the files are that they should not be. */
  readonly warnings: readonly Diagnostic[]
}

/** Compares the files with the table and compiles the contract. */
export function planLoad(request: LoadRequest, inspection: FileInspection): LoadPlan {
  const wanted = new Set(request.files.map(({ file }) => file.path))
  const scans = planScans(inspection.files.filter(({ path }) => wanted.has(path)))
  const files = scans.flatMap((scan) => scan.files)
  const matches = files.map((file) => matchHeader(file, request))
  const matched = matchScans(scans, matches)
  const hasJson = files.some(({ shape }) => shape.kind === 'json-lines')
  const layout = createLayout(request, {
    added: distinct(matches.flatMap(({ added }) => added)),
    extras: distinct(matched.flatMap(extraColumns)),
  })
  const fill = (sql: string) => fillDate(sql, request.date)
  let first = 0
  const branches = matched.map((it) => {
    const branch = branchOf({ request, layout, hasJson }, it, first)
    first += it.scan.files.length
    return branch
  })
  const stage: StagePlan = {
    layout,
    branches,
    contract: request.contract,
    reasons: listReasons(request, layout, { fill, hasJson }),
    context: { fill, year: yearOf(request) },
    lineage: (column) => lineageSql(column, files, request),
  }
  return { stage, files, matches, warnings: files.flatMap((it) => tellEncoding(it, layout)) }
}

/** Rows in another encoding are rejected like others, but seldom are they a mistake of the row. */
function tellEncoding(
  { shownPath: path, badText, unreadable }: ScannableFile,
  layout: Layout,
): readonly Diagnostic[] {
  if (!badText) return []
  const { line, shown, ...found } = badText
  const rows = unreadable.byReason.invalid_encoding ?? 0
  const where = { span: placeOfLine(path, line, isPersonal(layout) ? '' : shown) }
  return [diagnostic('load-encoding-rows', { path, ...found, rows }, where)]
}

/** The year of the run: that of its date, or of the clock. */
export function yearOf({ date, loadedAt }: Pick<LoadRequest, 'date' | 'loadedAt'>): number {
  return date === undefined ? loadedAt.getUTCFullYear() : Number(date.slice(0, 4))
}

function matchScans(
  scans: ReturnType<typeof planScans>,
  matches: readonly HeaderMatch[],
): readonly MatchedScan[] {
  let first = 0
  return scans.flatMap((scan) => {
    const ofScan = matches.slice(first, first + scan.files.length)
    const [match] = ofScan
    first += scan.files.length
    return match ? [{ scan, match, ofScan }] : []
  })
}

function lineageSql(
  { kind }: LineageColumn,
  files: readonly ScannableFile[],
  request: LoadRequest,
): string {
  const ofFile = (values: readonly string[]) => `([${list(values)}])[${quote(FILE)} + 1]`
  switch (kind) {
    case 'file':
      return ofFile(files.map(({ shownPath }) => literal(shownPath)))
    case 'line':
      // The rows are numbered when all are there.
      return 'null::bigint'
    case 'loaded_at':
      return instantLiteral(request.loadedAt)
    case 'load_id':
      return `${ofFile(files.map(({ path }) => String(loadIdOf(request, path))))}::bigint`
  }
}

function distinct(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.findIndex((it) => isSameName(it, name)) === index)
}
