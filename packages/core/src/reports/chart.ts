import type { SqlColumn, SqlTable, SqlValue } from '@btn/adapter'
import { diagnostic, DiagnosticError, findNearest, type Span } from '@btn/diagnostics'
import { isTruthy, toJs, toText, type Value } from '@btn/jinja'
import { toStringList } from '../types/json.ts'
import { cellNumber, cellText, isNumeric } from './cell.ts'
import { chartTypes, type Chart, type ChartType, type Series } from './tools.ts'

/** The arguments of `chart()` as the template gives them. */
export type ChartWish = {
  readonly [
    K in 'type' | 'x' | 'y' | 'series' | 'title' | 'width' | 'height' | 'horizontal' | 'stacked'
  ]: Value | undefined
}

export interface ChartPlace {
  readonly number: number
  readonly callSite: Span
}

/** What is drawn of rows: one line or set of bars for each column of numbers, or for each value of `series`. */
export function readChart(
  table: SqlTable,
  wish: ChartWish,
  { number, callSite }: ChartPlace,
): Chart {
  const reader = new ChartReader(table, callSite)
  const type = reader.type(wish.type)
  const x = reader.column(textOf(wish.x)) ?? reader.first
  const by = reader.column(textOf(wish.series))
  const y = reader.numbers(wish.y, [x, by])
  const points = by ? reader.split(x, by, y[0] ?? -1) : reader.points(x, y, type)
  return {
    type,
    ...points,
    title: textOf(wish.title),
    width: sizeOf(wish.width, 720),
    height: sizeOf(wish.height, 360),
    isHorizontal: isTruthy(wish.horizontal ?? false),
    isStacked: isTruthy(wish.stacked ?? false),
    xName: table.columns[x]?.name ?? '',
    number,
  }
}

class ChartReader {
  readonly #table: SqlTable
  readonly #callSite: Span

  constructor(table: SqlTable, callSite: Span) {
    this.#table = table
    this.#callSite = callSite
  }

  readonly first = 0

  type(given: Value | undefined): ChartType {
    const name = textOf(given) ?? 'line'
    const found = chartTypes.find((it) => it === name)
    if (found) return found
    const params = { type: name, nearest: findNearest(name, chartTypes), known: chartTypes }
    return this.#fail(diagnostic('report-chart-type', params))
  }

  /** The place of a column among the others. */
  column(name: string | undefined): number | undefined {
    if (name === undefined) return undefined
    const names = this.#table.columns.map((it) => it.name)
    const at = names.findIndex((it) => it.toLowerCase() === name.toLowerCase())
    if (at >= 0) return at
    const params = { column: name, nearest: findNearest(name, names), known: names }
    return this.#fail(diagnostic('report-column-unknown', params))
  }

  /** Those that are named, which must have numbers; else all that have. */
  numbers(given: Value | undefined, taken: readonly (number | undefined)[]): readonly number[] {
    const named = namesOf(given).flatMap((name) => this.column(name) ?? [])
    const { columns } = this.#table
    for (const at of named) if (!this.#hasNumbers(at)) this.#refuse(columns[at])
    if (named.length > 0) return named
    const found = [...columns.keys()].filter((at) => !taken.includes(at) && this.#hasNumbers(at))
    if (found.length === 0) this.#refuse(undefined)
    return found
  }

  #hasNumbers(at: number): boolean {
    const column = this.#table.columns[at]
    return column !== undefined && isNumeric(column)
  }

  #refuse(column: SqlColumn | undefined): never {
    return this.#fail(diagnostic('report-chart-no-numbers', { column: column?.name }))
  }

  points(x: number, y: readonly number[], type: ChartType): Pick<Chart, 'x' | 'series'> {
    const { columns, rows } = this.#table
    const isPlane = type === 'scatter' && this.#hasNumbers(x)
    return {
      x: rows.map((row) => position(row[x] ?? null, isPlane)),
      series: y.map((at) => ({
        name: columns[at]?.name ?? '',
        values: rows.map((row) => cellNumber(row[at] ?? null)),
      })),
    }
  }

  /** One series for each value of a column, in the order in which the rows have them. */
  split(x: number, by: number, y: number): Pick<Chart, 'x' | 'series'> {
    const places = new Map<string, number>()
    const found = new Map<string, Map<string, number | null>>()
    for (const row of this.#table.rows) {
      const at = cellText(row[x] ?? null)
      const name = cellText(row[by] ?? null)
      if (!places.has(at)) places.set(at, places.size)
      const values = found.get(name) ?? new Map<string, number | null>()
      found.set(name, values.set(at, cellNumber(row[y] ?? null)))
    }
    const all = [...places.keys()]
    const series: Series[] = [...found].map(([name, values]) => ({
      name,
      values: all.map((at) => values.get(at) ?? null),
    }))
    return { x: all, series }
  }

  #fail(item: ReturnType<typeof diagnostic>): never {
    throw new DiagnosticError({ ...item, span: this.#callSite })
  }
}

function position(cell: SqlValue, isPlane: boolean): string | number {
  return isPlane ? (cellNumber(cell) ?? 0) : cellText(cell)
}

function textOf(value: Value | undefined): string | undefined {
  return value === undefined || value === null ? undefined : toText(value)
}

function namesOf(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? toStringList(value.map(toText)) : [toText(value)]
}

function sizeOf(value: Value | undefined, otherwise: number): number {
  const size = Number(toJs(value ?? null) ?? otherwise)
  return Number.isFinite(size) && size > 0 ? Math.round(size) : otherwise
}
