import { DatabaseError, type Connection, type SeedRequest } from '@btn/adapter'
import { diagnostic, DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import { duckdbDialect } from '../dialect.ts'
import { writeScan, writeValue, type SeedColumn } from './column-sql.ts'
import { explainCsvError } from './explain-csv-error.ts'
import type { SeedFile, SeedHead } from './seed-file.ts'

/** One load of a seed. */
export interface Load {
  readonly connection: Connection
  readonly request: SeedRequest
  readonly file: SeedFile
  readonly head: SeedHead
}

export interface FilledRows {
  readonly count: number
  /** Rows with a cell that did not pass. */
  readonly badCount: number
}

type Condition = (column: SeedColumn) => string | undefined

const { name: write, quote } = duckdbDialect

/**
 * Reads the file once into a table, with a last column that says whether every cell of a row passes. For a new table that is the table
 * itself, and the column is dropped afterwards, which costs nothing; rows to be exchanged wait in a temporary one.
 */
export async function fillRows(
  load: Load,
  columns: readonly SeedColumn[],
  condition: Condition,
): Promise<FilledRows> {
  const { connection, request } = load
  const conditions = columns.flatMap((column) => condition(column) ?? [])
  const isGood = conditions.length === 0 ? 'true' : conditions.join(' and ')
  const values = columns.map((column) => `${writeValue(column)} as ${quote(column.name)}`)
  const check = `${isGood} as ${quote(nameCheck(columns))}`
  const limit = request.isEmpty ? ' limit 0' : ''
  const select = `select ${[...values, check].join(', ')} from ${scanOf(load, columns)}${limit}`
  const made = await runScan(load, columns, `create or replace ${filledTable(load)} as ${select}`)
  if (conditions.length === 0) return { count: made, badCount: 0 }
  const { rows } = await connection.query(
    `select count(*) from ${filledName(load)} where not ${quote(nameCheck(columns))}`,
  )
  return { count: made, badCount: Number(rows[0]?.[0] ?? 0) }
}

/**
 * As `fillRows`, in dbt's way: DuckDB copies the file into a table whose types are known, and finds out itself what its quotes are.
 * Slower to explain, so only for files with cells that begin with an apostrophe, where the two ways differ.
 */
export async function copyRows(load: Load, columns: readonly SeedColumn[]): Promise<number> {
  const { connection, request, file } = load
  const { literal } = duckdbDialect
  const types = columns.map(({ name, fixedType, guess }) => {
    const type = fixedType ?? (guess.kind === 'text' ? 'VARCHAR' : guess.sqlType)
    return `${quote(name)} ${type}`
  })
  const check = quote(nameCheck(columns))
  await connection.execute(`create or replace ${filledTable(load)} (${types.join(', ')})`)
  const copy = `copy ${filledName(load)} from ${literal(file.path)} (format csv, header true, delimiter ${literal(file.delimiter)})`
  const count = request.isEmpty ? 0 : await runScan(load, columns, copy)
  await connection.execute(`alter table ${filledName(load)} add column ${check} boolean`)
  return count
}

/** Makes the filled rows those of the seed. */
export async function keepRows(load: Load, columns: readonly SeedColumn[]): Promise<void> {
  const { connection, request } = load
  await connection.execute(
    `alter table ${filledName(load)} drop column ${quote(nameCheck(columns))}`,
  )
  if (!isExchange(request)) return
  const target = write(request.relation)
  await connection.execute(`truncate table ${target}`)
  await connection.execute(`insert into ${target} by name select * from ${filledName(load)}`)
  await discardRows(load)
}

export async function discardRows(load: Load): Promise<void> {
  await load.connection.execute(`drop table ${filledName(load)}`)
}

/** The file as rows of text. */
export function scanOf({ file }: Load, columns: readonly SeedColumn[]): string {
  return writeScan(file.path, columns, file.delimiter)
}

/** Runs a statement that reads the file; what the user can mend becomes diagnostics. Returns the number of rows. */
async function runScan(load: Load, columns: readonly SeedColumn[], sql: string): Promise<number> {
  const { connection, file } = load
  try {
    return (await connection.execute(sql)).rowsAffected ?? 0
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.isInterrupt) throw error
    const ofFile = await explainCsvError(file, error)
    const explained = ofFile.length > 0 ? ofFile : await explainTypes(load, columns, error)
    throw explained.length > 0 ? new DiagnosticError(explained, { cause: error }) : error
  }
}

/** Finds the types of `column_types` that DuckDB does not know. */
async function explainTypes(
  { connection, file }: Load,
  columns: readonly SeedColumn[],
  error: DatabaseError,
): Promise<readonly Diagnostic[]> {
  if (!/^(?:Catalog|Parser|Binder) Error/.test(error.message)) return []
  const found: Diagnostic[] = []
  for (const { name, fixedType, isChosen } of columns) {
    if (!isChosen || fixedType === undefined) continue
    try {
      await connection.execute(`select cast(null as ${fixedType})`)
    } catch (refusal) {
      const nearest = refusal instanceof DatabaseError ? refusal.candidates[0] : undefined
      const params = { path: file.shownPath, column: name, type: fixedType, nearest }
      found.push(diagnostic('seed-type-unknown', params))
    }
  }
  return found
}

function isExchange(request: SeedRequest): boolean {
  return request.existing === 'table' && !request.isFullRefresh
}

function filledTable(load: Load): string {
  const isTemporary = isExchange(load.request) || load.request.relation.database === 'temp'
  return `${isTemporary ? 'temp ' : ''}table ${filledName(load)}`
}

function filledName({ request }: Load): string {
  return isExchange(request) ? `temp.main.${quote('btn seed rows')}` : write(request.relation)
}

/** A name that no column of the file has. */
function nameCheck(columns: readonly SeedColumn[]): string {
  let name = 'btn passes'
  while (columns.some((column) => duckdbDialect.isSameName(column.name, name))) name += '_'
  return name
}
