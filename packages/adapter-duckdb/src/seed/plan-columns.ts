import type { Catalog, Connection, SeedRequest, SqlColumn } from '@btn/adapter'
import { diagnostic, DiagnosticError, findNearest, type Diagnostic } from '@btn/diagnostics'
import { duckdbDialect } from '../dialect.ts'
import type { SeedColumn } from './column-sql.ts'
import type { ColumnGuess, ColumnLearner } from './infer-types.ts'
import { nameColumns } from './name-columns.ts'
import type { SeedFile } from './seed-file.ts'
import { findPlace } from './seed-place.ts'

/** The columns of the table that is there, by their names in lower case. */
export type ExistingColumns = ReadonlyMap<string, SqlColumn>

/** Names of a header as columns; throws when the database takes two of them for the same. */
export async function readNames(
  file: SeedFile,
  header: readonly string[],
  { quoteColumns = true }: Pick<SeedRequest, 'quoteColumns'>,
): Promise<readonly string[]> {
  const written = nameColumns(header)
  // White space around a bare name means nothing to SQL.
  const names = quoteColumns ? written : written.map((name) => name.trim())
  if (!quoteColumns) await refuseUnquotable(file, names)
  for (const [index, name] of names.entries()) {
    const first = names.findIndex((other) => duckdbDialect.isSameName(other, name))
    if (first === index) continue
    const span = await findPlace(file, { line: 1, column: index })
    const params = { path: file.shownPath, first: names[first] ?? name, second: name }
    throw new DiagnosticError(diagnostic('seed-columns-alike', params, { span }))
  }
  return names
}

/** dbt writes such names as they are, which the database cannot read. */
async function refuseUnquotable(file: SeedFile, names: readonly string[]): Promise<void> {
  const column = names.findIndex((name) => !/^[\p{L}_][\p{L}\p{N}_$]*$/u.test(name))
  if (column < 0) return
  const span = await findPlace(file, { line: 1, column })
  const params = { path: file.shownPath, name: names[column] ?? '' }
  throw new DiagnosticError(diagnostic('seed-column-unquoted', params, { span }))
}

/** Looks up the table whose rows are exchanged; throws when the file has other columns. */
export async function readExisting(
  catalog: Catalog,
  connection: Connection,
  request: SeedRequest,
  names: readonly string[],
): Promise<ExistingColumns> {
  const columns = await catalog.listColumns(connection, request.relation)
  const existing = new Map(columns.map((column) => [column.name.toLowerCase(), column]))
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  const added = names.filter((name) => !existing.has(name.toLowerCase()))
  const removed = columns
    .map((column) => column.name)
    .filter((name) => !wanted.has(name.toLowerCase()))
  if (added.length === 0 && removed.length === 0) return existing
  const { shownPath = request.path } = request
  throw new DiagnosticError(diagnostic('seed-columns-changed', { path: shownPath, added, removed }))
}

/** The columns as far as the rows learned from decide them. */
export function planColumns(
  request: SeedRequest,
  names: readonly string[],
  learners: readonly ColumnLearner[],
  existing: ExistingColumns | undefined,
): readonly SeedColumn[] {
  return learners.map((learner, index) => {
    const name = names[index] ?? ''
    const guess = learner.finish()
    const chosen = Object.hasOwn(request.columnTypes, name) ? request.columnTypes[name] : undefined
    const present = existing?.get(name.toLowerCase())?.type
    if (present !== undefined && chosen === undefined) refuseLoss(request, name, guess, present)
    return {
      name,
      raw: `c${index}`,
      guess,
      fixedType: present ?? chosen,
      isChosen: chosen !== undefined,
    }
  })
}

const integers = /^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/

/** DuckDB would round 1.5 to 2 and cut the time off a date without a word. */
function refuseLoss(
  request: SeedRequest,
  column: string,
  guess: ColumnGuess,
  present: string,
): void {
  const isLoss =
    (guess.sqlType === 'DOUBLE' && integers.test(present)) ||
    (guess.sqlType === 'TIMESTAMP' && present === 'DATE')
  if (!isLoss) return
  const { shownPath: path = request.path } = request
  throw new DiagnosticError(
    diagnostic('seed-type-changed', { path, column, before: present, now: guess.sqlType }),
  )
}

/** Warns of types that are fixed for columns which the file does not have. */
export function reportColumnTypes(
  request: SeedRequest,
  names: readonly string[],
): readonly Diagnostic[] {
  const { shownPath: path = request.path, columnTypes } = request
  return Object.keys(columnTypes)
    .filter((column) => !names.includes(column))
    .map((column) => {
      const nearest = findNearest(column, names)
      return diagnostic('seed-column-type-unused', { path, column, nearest })
    })
}
