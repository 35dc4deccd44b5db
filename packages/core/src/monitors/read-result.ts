import type { SqlTable, SqlValue } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import { rowToJson, toJson } from './json-value.ts'

/** What a monitor found. */
export interface Measured {
  readonly value: number | undefined
  /** The day that the value is of, where the query tells. */
  readonly date?: string
  /** Values of earlier days, in the order of time, where the query gives them. */
  readonly earlier?: readonly number[]
  /** Everything of the value's row. */
  readonly details: JsonObject
}

/** The day that is asked about: this one, or else the last, but for later ones than `until`. */
export interface AskedDay {
  readonly date: string | undefined
  readonly until: string | undefined
  /** So many days before it are its history; all when left out. */
  readonly days?: number | undefined
}

/** One row, whose first column is the value; or a row for each day. */
export function readResult(table: SqlTable, day: AskedDay): Measured {
  const [first] = table.columns
  const isSeries = /^(?:DATE|TIMESTAMP)/i.test(first?.type ?? '') && table.columns.length > 1
  if (isSeries) return readSeries(table, day)
  const [row, ...others] = table.rows
  if (others.length > 0 || !first)
    throw new DiagnosticError(diagnostic('monitor-result-shape', { rows: table.rows.length }))
  const names = table.columns.map(({ name }) => name)
  const value = row && numberOf(row[0] ?? null, first.name)
  return { value, details: row ? rowToJson(names, row) : {} }
}

function readSeries({ columns, rows }: SqlTable, { date, until, days: most }: AskedDay): Measured {
  const names = columns.map(({ name }) => name)
  const days = rows
    .flatMap((row) => {
      const day = dayOf(row[0] ?? null)
      return day === undefined
        ? []
        : [{ day, row, value: numberOf(row[1] ?? null, names[1] ?? '') }]
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const twice = days.find(({ day }, index) => days[index + 1]?.day === day)
  if (twice) throw new DiagnosticError(diagnostic('monitor-date-twice', { date: twice.day }))
  const last = days.findLast(({ day }) => until === undefined || day <= until)
  const asked = date ?? last?.day
  const present = days.find(({ day }) => day === asked)
  const from = asked === undefined || most === undefined ? '' : daysBefore(asked, most)
  const before = days.filter(({ day }) => asked !== undefined && day < asked && day >= from)
  return {
    value: present?.value,
    ...(asked !== undefined && { date: asked }),
    earlier: before.flatMap(({ value }) => value ?? []),
    details: present ? rowToJson(names, present.row) : {},
  }
}

function daysBefore(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() - days)
  return instant.toISOString().slice(0, 10)
}

function dayOf(value: SqlValue): string | undefined {
  const text = toJson(value)
  return typeof text === 'string' ? text.slice(0, 10) : undefined
}

function numberOf(value: SqlValue, column: string): number | undefined {
  const json = typeof value === 'boolean' ? Number(value) : toJson(value)
  if (json === null) return undefined
  const number = typeof json === 'number' ? json : Number.NaN
  if (Number.isFinite(number)) return number
  const params = { column, value: JSON.stringify(json) }
  throw new DiagnosticError(diagnostic('monitor-result-value', params))
}
