import type { SqlValue } from '@btn/adapter'
import { Dict, dumpJson, Float, fromJs, toText, type Value } from '@btn/jinja'
import { TimeDelta } from '../python/time-delta.ts'
import { decimalFrom, DecimalLimit } from '../python/decimal.ts'
import { Moment } from '../python/moment.ts'
import { momentFrom } from '../python/parse-iso.ts'
import { utc } from '../python/zone.ts'

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** A cell of a query's result as templates see it: Python's types, as dbt's agate tables have them. */
export function toValue(cell: SqlValue): Value {
  if (cell === null || typeof cell === 'string' || typeof cell === 'boolean') return cell
  if (typeof cell === 'bigint') return cell <= MAX_SAFE && cell >= -MAX_SAFE ? Number(cell) : cell
  if (typeof cell === 'number') return decimalOrFloat(cell)
  switch (cell.kind) {
    case 'decimal':
      return decimalFrom(cell.text)
    // agate has no type for the time of a day.
    case 'time':
      return toText(momentFrom(cell.text))
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return momentFrom(cell.text)
    case 'text':
      return cell.type === 'INTERVAL' ? durationText(cell.text) : cell.text
    // As dbt: what is nested is handed over as JSON.
    case 'list':
    case 'struct':
      return dumpJson(nested(cell))
    case 'blob':
      return bytesText(cell.bytes)
  }
}

/** A value inside a list or a struct. */
function nested(cell: SqlValue): Value {
  if (typeof cell === 'object' && cell !== null) {
    if (cell.kind === 'list') return cell.items.map(nested)
    if (cell.kind === 'struct') {
      return new Dict(cell.entries.map(([key, value]) => [toText(toValue(key)), nested(value)]))
    }
    if (cell.kind === 'decimal') return fromJs(Number(cell.text))
    const value = toValue(cell)
    return value instanceof Moment ? value.isoFormat('T') : toText(value)
  }
  return typeof cell === 'number' ? new Float(cell) : toValue(cell)
}

/** agate makes decimals of floating-point numbers, from the way in which Python writes them: `3.0`. */
function decimalOrFloat(number: number): Value {
  return Number.isFinite(number) ? decimalFrom(toText(new Float(number))) : new DecimalLimit(number)
}

/** Bytes as Python writes them, which is what agate makes of them: `b'\xab'`. */
function bytesText(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes)
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const inner = text.replace(/[^ -~]|['"\\]/g, (char) => {
    if (char === "'" || char === '"') return char === quote ? `\\${char}` : char
    return ESCAPES[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
  return `b${quote}${inner}${quote}`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const DURATION =
  /^(?:(-?\d+) years? ?)?(?:(-?\d+) months? ?)?(?:(-?\d+) days? ?)?(?:(-?)(\d+):(\d\d):(\d\d)(?:\.(\d+))?)?$/

/** An interval as Python's `timedelta` writes it, with months of thirty days: `1 day, 0:00:00`. */
function durationText(text: string): string {
  const found = DURATION.exec(text)
  if (!found) return text
  const [, years, months, days, sign, hours, minutes, seconds, fraction] = found
  const whole = (part: string | undefined): bigint => BigInt(part ?? 0)
  const clock =
    (whole(hours) * 3600n + whole(minutes) * 60n + whole(seconds)) * 1_000_000n +
    BigInt((fraction ?? '').padEnd(6, '0').slice(0, 6) || 0)
  const total = whole(years) * 360n + whole(months) * 30n + whole(days)
  return new TimeDelta(total * DAY + (sign === '-' ? -clock : clock)).toText()
}

const DAY = 86_400_000_000n

/** The start of the run and the like: a datetime in UTC. */
export function toTimestamp(date: Date): Value {
  return new Moment('datetime', BigInt(date.getTime()) * 1000n, utc)
}
