import { toText, type Value } from '@btn/jinja'
import type { TableColumn } from './content.ts'
import { decimalPlaces, formatNumber } from './numbers.ts'

export interface Drawing {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Value[])[]
}

/** Null is no limit. */
export interface DrawLimits {
  readonly maxRows?: number | null
  readonly maxColumns?: number | null
  readonly maxColumnWidth?: number | null
  /** Decimal places. */
  readonly maxPrecision?: number | null
}

/** A table as text, cut to the limits. */
export interface Cut {
  readonly names: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const MORE = '...'

/** 20 rows, 6 columns, 20 characters a cell and 3 decimal places at most, unless told otherwise. */
export function cutTable({ columns, rows }: Drawing, limits: DrawLimits): Cut {
  const { maxRows = 20, maxColumns = 6, maxColumnWidth = 20, maxPrecision = 3 } = limits
  const shown = columns.slice(0, maxColumns ?? undefined)
  const isNarrowed = shown.length < columns.length
  const more = isNarrowed ? [MORE] : []
  const kept = rows.slice(0, maxRows ?? undefined)
  const writers = shown.map(({ type }, index) =>
    type === 'Number'
      ? numberWriter(
          kept.map((row) => row[index] ?? null),
          maxPrecision,
        )
      : toText,
  )
  const write = (value: Value, index: number): string =>
    shorten(value === null ? '' : (writers[index]?.(value) ?? ''), maxColumnWidth)
  const lines = kept.map((row) => [...shown.map((_, at) => write(row[at] ?? null, at)), ...more])
  const rest = kept.length < rows.length ? [[...shown, ...more].map(() => MORE)] : []
  return {
    names: [...shown.map(({ name }) => shorten(name, maxColumnWidth)), ...more],
    rows: [...lines, ...rest],
  }
}

/** Writes the numbers of a column with as many places as the longest of them needs. */
function numberWriter(values: readonly Value[], most: number | null): (value: Value) => string {
  const needed = decimalPlaces(values)
  const isCut = most !== null && needed > most
  const places = isCut ? most : needed
  return (value) => {
    const text = formatNumber(value, places)
    return text === undefined ? toText(value) : text + (isCut ? '…' : '')
  }
}

/** A table as agate prints it. */
export function drawTable(drawing: Drawing, limits: DrawLimits = {}): string {
  const { names, rows } = cutTable(drawing, limits)
  const isTight = limits.maxRows !== null && drawing.rows.length > (limits.maxRows ?? 20)
  const measured = isTight ? rows.slice(0, -1) : rows
  const widths = names.map((name, at) =>
    Math.max(name.length, ...measured.map((row) => row[at]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] ?? 0, drawing.columns[at])).join(' | ')} |`
  return [
    line(names),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n')
}

function pad(text: string, width: number, column: TableColumn | undefined): string {
  return column?.type === 'Text' ? text.padEnd(width) : text.padStart(width)
}

function shorten(text: string, width: number | null): string {
  return width !== null && text.length > width ? text.slice(0, width - MORE.length) + MORE : text
}
