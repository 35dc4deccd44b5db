import type { SqlColumn, SqlValue } from '@btn/adapter'
import { Dict, Float, fromJs, toText, type Value } from '@btn/jinja'
import { toValue } from '../context/values/sql-value.ts'

/**
 * Sums of floating-point numbers depend, in their last digits, on the order in which threads add: so many digits are the same in every run.
 */
const DIGITS = 12

export function fixedNumber(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : value
}

/** A cell as a template sees it; what is nested stays so, and JSON is read. */
export function toReportValue(cell: SqlValue, { type }: Pick<SqlColumn, 'type'>): Value {
  if (typeof cell === 'string' && type === 'JSON') return fromJs(JSON.parse(cell))
  if (typeof cell === 'object' && cell !== null) {
    const inner = { type: '' }
    if (cell.kind === 'list') return cell.items.map((it) => toReportValue(it, inner))
    if (cell.kind === 'struct') {
      const entries = cell.entries.map(
        ([key, value]) => [toText(toValue(key)), toReportValue(value, inner)] as const,
      )
      return new Dict(entries)
    }
  }
  return typeof cell === 'number' ? new Float(fixedNumber(cell)) : toValue(cell)
}

/** A cell as people read it in a table. */
export function cellText(cell: SqlValue): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(fixedNumber(cell))
  if (typeof cell !== 'object') return String(cell)
  switch (cell.kind) {
    case 'timestamp':
    case 'timestamptz':
      return cell.text.replace('T', ' ')
    case 'list':
      return `[${cell.items.map(cellText).join(', ')}]`
    case 'struct':
      return `{${cell.entries.map(([key, value]) => `${cellText(key)}: ${cellText(value)}`).join(', ')}}`
    case 'blob':
      return `0x${Buffer.from(cell.bytes).toString('hex')}`
    default:
      return cell.text
  }
}

const NUMERIC =
  /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL|BIGNUM|VARINT)(?:\([\d, ]*\))?$/

export function isNumeric({ type }: SqlColumn): boolean {
  return NUMERIC.test(type)
}

/** The number in a cell; null where there is none. */
export function cellNumber(cell: SqlValue): number | null {
  const number = typeof cell === 'bigint' ? Number(cell) : numberIn(cell)
  return number === undefined || !Number.isFinite(number) ? null : fixedNumber(number)
}

function numberIn(cell: SqlValue): number | undefined {
  if (typeof cell === 'number') return cell
  const isDecimal = typeof cell === 'object' && cell?.kind === 'decimal'
  return isDecimal ? Number(cell.text) : undefined
}
