import { toText, type Value } from '@btn/jinja'
import type { AgateType } from './data-type.ts'

export interface Drawing {
  readonly names: readonly string[]
  readonly types: readonly AgateType[]
  readonly rows: readonly (readonly Value[])[]
}

export interface DrawLimits {
  readonly maxRows?: number | null
  readonly maxColumns?: number | null
  readonly maxColumnWidth?: number | null
}

const MORE = '...'

/** A table as agate prints it: 20 rows, 6 columns and 20 characters a cell at most, unless told otherwise. */
export function drawTable(drawing: Drawing, limits: DrawLimits = {}): string {
  const { maxRows = 20, maxColumns = 6, maxColumnWidth = 20 } = limits
  const shown = drawing.names.slice(0, maxColumns ?? undefined)
  const isNarrowed = shown.length < drawing.names.length
  const rows = drawing.rows.slice(0, maxRows ?? undefined)
  const columns = shown.map((name, index) => {
    const cells = rows.map((row) => cut(cellText(row[index] ?? null), maxColumnWidth))
    const isTight = rows.length < drawing.rows.length
    const width = Math.max(...[cut(name, maxColumnWidth), ...cells].map((cell) => cell.length), 1)
    return {
      name: cut(name, maxColumnWidth),
      cells,
      width: isTight ? Math.max(width, 1) : width,
      type: drawing.types[index],
    }
  })
  const line = (texts: readonly string[]): string =>
    `| ${[...texts, ...(isNarrowed ? [MORE] : [])].join(' | ')} |`
  const pad = (text: string, { width, type }: (typeof columns)[number]): string =>
    type === 'Text' ? text.padEnd(width) : text.padStart(width)
  return [
    line(columns.map((column) => pad(column.name, column))),
    `| ${[...columns.map(({ width }) => '-'.repeat(width)), ...(isNarrowed ? ['---'] : [])].join(' | ')} |`,
    ...rows.map((_, at) => line(columns.map((column) => pad(column.cells[at] ?? '', column)))),
    ...(rows.length < drawing.rows.length ? [line(columns.map(() => MORE))] : []),
  ].join('\n')
}

function cellText(value: Value): string {
  return value === null ? '' : toText(value)
}

function cut(text: string, width: number | null): string {
  return width !== null && text.length > width ? text.slice(0, width - MORE.length) + MORE : text
}
