import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { HeaderMatch, MatchHeader, ScannableFile } from './inspection.ts'
import { placeOfLine } from './problems.ts'

type Request = Parameters<MatchHeader>[1]

/** Delimiters that people mean when the whole header comes out as one name. */
const USUAL_DELIMITERS = [';', '\t', '|', ',']

export const matchHeader: MatchHeader = (file, request) => {
  const isJson = file.shape.kind === 'json-lines'
  const names = file.header ?? positionalTargets(file, request)
  // A file without an object lacks nothing.
  if (isJson && names.length === 0) return noColumns
  const found = names.map((name) => findTarget(name, request))
  const extra = names.filter((_, index) => !found[index]?.isKnown)
  const present = new Set(found.filter((it) => it.isKnown).map((it) => it.name))
  const missing = request.columns.map(({ name }) => name).filter((name) => !present.has(name))
  const misfits: Misfits = { missing, extra, isOther: isOther(missing, request) }
  const isAdded = request.drift.extra === 'add'
  const targets = found.map(({ name, isKnown }) => (isKnown || isAdded ? name : undefined))
  const added = found.filter((it) => isAdded && !it.isKnown).map((it) => it.name)
  const renamed = names.flatMap((name, index): [string, string][] => {
    const target = targets[index]
    return target === undefined || target === name ? [] : [[name, target]]
  })
  return {
    targets,
    added,
    drift: { missing, extra, renamed: Object.fromEntries(renamed) },
    diagnostics: [
      // Objects may have a column under several names: each has it under one. Where it is no header, there is no more to say of it.
      ...(isJson || misfits.isOther ? [] : findTwice(file, names, targets)),
      ...tellMissing(file, misfits, request),
      ...tellExtra(file, misfits, request),
    ],
  }
}

const noColumns: HeaderMatch = {
  targets: [],
  added: [],
  drift: { missing: [], extra: [], renamed: {} },
  diagnostics: [],
}

/** A file without a header has the columns of the table, in order; what is beyond them has the name of its place. */
function positionalTargets(file: ScannableFile, { columns }: Request): readonly string[] {
  const scanned = file.shape.kind === 'records' ? file.shape.columns : []
  return scanned.map((name, index) => columns[index]?.name ?? name)
}

interface Target {
  readonly name: string
  readonly isKnown: boolean
}

/** Case decides only where names differ in nothing else: the database does not see it. */
function findTarget(name: string, { columns, rename }: Request): Target {
  const wanted = rename[name] ?? name
  const column =
    columns.find((it) => it.name === wanted) ??
    columns.find((it) => it.name.toLowerCase() === wanted.toLowerCase())
  return { name: column?.name ?? wanted, isKnown: column !== undefined }
}

function findTwice(
  file: ScannableFile,
  names: readonly string[],
  targets: readonly (string | undefined)[],
): readonly Diagnostic[] {
  const firsts = new Map<string, string>()
  return names.flatMap((second, index) => {
    const target = targets[index]
    if (target === undefined) return []
    const first = firsts.get(target.toLowerCase())
    firsts.set(target.toLowerCase(), first ?? second)
    if (first === undefined) return []
    const params = { path: file.shownPath, first, second, target }
    return [diagnostic('load-column-ambiguous', params, { span: placeOfHeader(file) })]
  })
}

/** What does not fit: columns that the file lacks, and names in it that the table has not. */
interface Misfits {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  /** A file that has none of the columns is another file, or was written otherwise: no policy means that. */
  readonly isOther: boolean
}

function isOther(missing: readonly string[], { columns }: Request): boolean {
  return missing.length > 0 && missing.length === columns.length
}

function tellMissing(
  file: ScannableFile,
  misfits: Misfits,
  request: Request,
): readonly Diagnostic[] {
  const { missing: columns, isOther } = misfits
  const policy = isOther ? 'fail' : request.drift.missing
  if (columns.length === 0 || policy === 'fill') return []
  const params = { path: file.shownPath, columns, nearly: findNearly(misfits) }
  const where = { span: placeOfHeader(file) }
  if (policy === 'warn') return [diagnostic('load-columns-empty', params, where)]
  const delimiter = guessDelimiter(file)
  const isRow = isOther && (file.header ?? []).some(looksLikeValue)
  // A line that is no header may be a row, and that may be somebody's.
  const isHidden = isOther && request.columns.some(({ protect }) => protect)
  const about = { ...params, delimiter, isRow, isOther }
  return isHidden
    ? [diagnostic('load-columns-missing', { ...about, nearly: undefined })]
    : [diagnostic('load-columns-missing', about, where)]
}

/** A name in the file that is nearly that of a column which it lacks. */
function findNearly({ missing, extra }: Misfits): readonly [string, string] | undefined {
  for (const header of extra) {
    const column = findNearest(header, missing)
    if (column !== undefined) return [header, column]
  }
  return undefined
}

/** Numbers, dates, nothing: seldom is a column called so. */
function looksLikeValue(name: string): boolean {
  return name === '' || /^[-+]?\d[\d.,:/T Z+-]*$/.test(name)
}

function tellExtra(
  file: ScannableFile,
  misfits: Misfits,
  { drift }: Request,
): readonly Diagnostic[] {
  const { extra: columns, isOther } = misfits
  // Then it was said already that this is no header.
  if (isOther || columns.length === 0 || drift.extra === 'ignore' || drift.extra === 'add')
    return []
  const code = drift.extra === 'warn' ? 'load-columns-ignored' : 'load-columns-extra'
  const params = { path: file.shownPath, columns, nearly: findNearly(misfits) }
  return [diagnostic(code, params, { span: placeOfHeader(file) })]
}

function guessDelimiter({ header }: ScannableFile): string | undefined {
  const [name, ...others] = header ?? []
  if (name === undefined || others.length > 0) return undefined
  return USUAL_DELIMITERS.find((it) => name.includes(it))
}

function placeOfHeader({ shape, shownPath, header }: ScannableFile) {
  if (shape.kind !== 'records') return undefined
  return placeOfLine(shownPath, shape.skip + 1, header?.join(shape.delimiter))
}
