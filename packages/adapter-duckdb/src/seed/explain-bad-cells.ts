import { diagnostic, DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import { writeIsLoaded, type SeedColumn } from './column-sql.ts'
import { scanOf, type Load } from './fill-rows.ts'
import { readAllRecords } from './seed-file.ts'
import { findPlace } from './seed-place.ts'

const MAX_ROWS = 10

interface BadRow {
  /** Counted from 1, below the header. */
  readonly row: number
  readonly cells: readonly { readonly index: number; readonly text: string }[]
}

/** Finds the first cells that their columns' types do not take, each with its line. */
export async function explainBadCells(
  load: Load,
  columns: readonly SeedColumn[],
): Promise<DiagnosticError> {
  const bad = await findBadRows(load, columns)
  const lines = await findLines(load, columns, bad)
  const found: Diagnostic[] = []
  for (const { row, cells } of bad) {
    for (const { index, text } of cells) {
      const line = lines.get(row)
      const column = columns[index]
      if (!column || line === undefined) continue
      const span = await findPlace(load.file, { line, column: index })
      const type = column.fixedType ?? column.guess.sqlType
      found.push(diagnostic('seed-value', { column: column.name, value: text, type }, { span }))
    }
  }
  return new DiagnosticError(found)
}

async function findBadRows(
  { connection, ...rest }: Load,
  columns: readonly SeedColumn[],
): Promise<readonly BadRow[]> {
  const tests = columns.map((column) => writeIsLoaded(column) ?? 'true')
  const raws = columns.map((column) => column.raw)
  const { rows } = await connection.query(
    `select * from (
      select row_number() over () as n, [${tests.join(', ')}] as passes, [${raws.join(', ')}] as cells
      from ${scanOf({ connection, ...rest }, columns)}
    ) where list_contains(passes, false) order by n limit ${MAX_ROWS}`,
  )
  return rows.map(([row, passes, texts]) => ({
    row: Number(row),
    cells: itemsOf(passes).flatMap((isGood, index) =>
      isGood === false ? [{ index, text: String(itemsOf(texts)[index]) }] : [],
    ),
  }))
}

function itemsOf(value: unknown): readonly unknown[] {
  const isList = typeof value === 'object' && value !== null && 'items' in value
  return isList && Array.isArray(value.items) ? value.items : []
}

/** DuckDB passes over blank lines, except where one stands for a row with the only column empty. */
async function findLines(
  load: Load,
  columns: readonly SeedColumn[],
  bad: readonly BadRow[],
): Promise<ReadonlyMap<number, number>> {
  const wanted = new Set(bad.map(({ row }) => row))
  const lines = new Map<number, number>()
  let row = 0
  for await (const records of readAllRecords(load.file)) {
    for (const { fields, line } of records) {
      if (fields.length === 0 && columns.length > 1) continue
      row++
      if (wanted.has(row)) lines.set(row, line)
    }
    if (lines.size === wanted.size) break
  }
  return lines
}
