import { rm } from 'node:fs/promises'
import type { Catalog, Connection, SeedRequest, SeedResult } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { writeIsLoaded, writeIsSure, type SeedColumn } from './column-sql.ts'
import { explainBadCells } from './explain-bad-cells.ts'
import { copyRows, discardRows, fillRows, keepRows, type Load } from './fill-rows.ts'
import { findRaggedRows } from './explain-csv-error.ts'
import { ColumnLearner } from './infer-types.ts'
import { planColumns, readExisting, readNames, reportColumnTypes } from './plan-columns.ts'
import {
  copyWithOneBreak,
  readAllRecords,
  readHead,
  type SeedFile,
  type SeedHead,
} from './seed-file.ts'

/** Loads a seed as {@link Database.loadSeed} says. */
export async function loadSeed(
  catalog: Catalog,
  connection: Connection,
  request: SeedRequest,
): Promise<SeedResult> {
  const { path, shownPath = path, delimiter } = request
  const file: SeedFile = { path, shownPath, delimiter }
  checkRequest(request, file)
  const head = await readHead(file)
  if (!head.hasMixedBreaks) return runInTransaction(catalog, { connection, request, file, head })
  const copy = await copyWithOneBreak(file)
  try {
    return await runInTransaction(catalog, { connection, request, file: copy, head })
  } finally {
    await rm(copy.folder, { recursive: true })
  }
}

async function runInTransaction(catalog: Catalog, load: Load): Promise<SeedResult> {
  const { connection, request } = load
  if (request.inTransaction) return run(catalog, load)
  await connection.execute('begin')
  try {
    const result = await run(catalog, load)
    await connection.execute('commit')
    return result
  } catch (error) {
    await connection.execute('rollback')
    throw error
  }
}

function checkRequest({ relation, delimiter, existing }: SeedRequest, file: SeedFile): void {
  if (existing === 'view') {
    throw new DiagnosticError(diagnostic('seed-onto-view', { name: relation.name }))
  }
  if ([...delimiter].length === 1 && !/["\r\n]/.test(delimiter)) return
  throw new DiagnosticError(diagnostic('seed-delimiter', { path: file.shownPath, delimiter }))
}

/** Guesses the types from the head and loads; when a later row refutes the guess, learns from every row and loads again. */
async function run(catalog: Catalog, load: Load): Promise<SeedResult> {
  const { connection, request, file, head } = load
  const names = await readNames(file, head.header, request)
  const isExchange = request.existing === 'table' && !request.isFullRefresh
  const existing = isExchange ? await readExisting(catalog, connection, request, names) : undefined
  const learners = names.map(() => new ColumnLearner())
  learn(learners, head.records)
  if (hasApostrophes(head)) return copyAll(load, names, { learners, existing })
  const guessed = planColumns(request, names, learners, existing)
  const rows = await fillRows(load, guessed, head.isWhole ? writeIsLoaded : writeIsSure)
  if (rows.badCount === 0) return finish(load, guessed, rows.count)
  if (head.isWhole) throw await explainBadCells(load, guessed)

  await discardRows(load)
  for await (const records of readAllRecords(file)) learn(learners, records)
  const learned = planColumns(request, names, learners, existing)
  const { count, badCount } = await fillRows(load, learned, writeIsLoaded)
  if (badCount > 0) throw await explainBadCells(load, learned)
  return finish(load, learned, count)
}

/** Everything that `''` may mean is DuckDB's to say, as it is when dbt has it copy the file; see {@link copyRows}. */
function hasApostrophes({ records }: SeedHead): boolean {
  return records.some(({ fields }) => fields.some((it) => it?.startsWith("'")))
}

async function copyAll(
  load: Load,
  names: Awaited<ReturnType<typeof readNames>>,
  { learners, existing }: Learned,
): Promise<SeedResult> {
  if (!load.head.isWhole) {
    for await (const records of readAllRecords(load.file)) learn(learners, records)
  }
  const ragged = await findRaggedRows(load.file, names.length)
  if (ragged.length > 0) throw new DiagnosticError(ragged)
  const columns = planColumns(load.request, names, learners, existing)
  return finish(load, columns, await copyRows(load, columns))
}

interface Learned {
  readonly learners: readonly ColumnLearner[]
  readonly existing: Awaited<ReturnType<typeof readExisting>> | undefined
}

function learn(learners: readonly ColumnLearner[], records: SeedHead['records']): void {
  learners.forEach((learner, index) => {
    if (learner.isText) return
    for (const { fields } of records) learner.learn(fields[index])
  })
}

async function finish(
  load: Load,
  columns: readonly SeedColumn[],
  count: number,
): Promise<SeedResult> {
  await keepRows(load, columns)
  const { request } = load
  return {
    rowsAffected: count,
    message: `${request.isFullRefresh ? 'CREATE' : 'INSERT'} ${count}`,
    columns: columns.map(({ name, guess, fixedType }) => ({
      name,
      type: fixedType ?? guess.dbtType,
    })),
    diagnostics: reportColumnTypes(
      request,
      columns.map((column) => column.name),
    ),
  }
}
