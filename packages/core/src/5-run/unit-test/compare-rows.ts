import type { SqlTable, SqlValue } from '@btn/adapter'
import { dumpJson, toText } from '@btn/jinja'
import { toValue } from '../../context/values/sql-value.ts'
import { diffTables, type TextRow } from './diff-tables.ts'

const LABEL = 'actual_or_expected'

/**
 * Compares the rows that a unit test's query labels `actual` and `expected`, in any order. Gives how they differ, in dbt's
 * words; undefined when they do not.
 */
export async function compareRows(table: SqlTable): Promise<string | undefined> {
  const header = table.columns.map(({ name }) => name.toLowerCase())
  const label = header.indexOf(LABEL)
  if (label < 0) throw new Error(`the query of a unit test gave no column ${LABEL}`)
  const labelled = (wanted: string): readonly TextRow[] =>
    table.rows
      .filter((row) => row[label] === wanted)
      .map((row) => row.filter((_, index) => index !== label))
      .sort(compare)
      .map((row) => row.map(toCell))
  const columns = header.filter((_, index) => index !== label)
  const difference = await diffTables(columns, labelled('expected'), labelled('actual'))
  return difference && `\n\nactual differs from expected:\n\n${difference}\n`
}

type Row = readonly SqlValue[]

/** By the first column that differs; nulls come last. */
function compare(left: Row, right: Row): number {
  for (const [index, value] of left.entries()) {
    const order = compareCells(value, right[index] ?? null)
    if (order !== 0) return order
  }
  return 0
}

function compareCells(left: SqlValue, right: SqlValue): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  const [a, b] = [toOrder(left), toOrder(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** Something that sorts as the value does. */
function toOrder(value: SqlValue): number | bigint | string {
  if (typeof value === 'object') return value?.kind === 'decimal' ? Number(value.text) : text(value)
  return typeof value === 'boolean' ? Number(value) : value
}

function toCell(value: SqlValue): string | null {
  return value === null ? null : text(value)
}

/** As Python prints it; what has parts is JSON, as in the tables that dbt compares. */
function text(cell: SqlValue): string {
  const hasParts =
    typeof cell === 'object' && cell !== null && (cell.kind === 'list' || cell.kind === 'struct')
  const value = toValue(cell)
  return hasParts ? dumpJson(value, {}) : toText(value)
}
