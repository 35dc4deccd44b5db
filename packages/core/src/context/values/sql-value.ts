import type { SqlValue } from '@btn/adapter'
import { fromJs, toText, type Value } from '@btn/jinja'
import { decimalFrom } from '../python/decimal.ts'
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
    case 'date':
    case 'time':
    case 'timestamp':
    case 'timestamptz':
      return momentFrom(cell.text)
    case 'text':
      return cell.text
    case 'list':
      return cell.items.map(toValue)
    case 'struct':
      return fromJs(
        Object.fromEntries(
          cell.entries.map(([key, value]) => [toText(toValue(key)), toValue(value)]),
        ),
      )
    case 'blob':
      return Buffer.from(cell.bytes).toString('hex')
  }
}

/** agate makes decimals of floating-point numbers, which print without an exponent. */
function decimalOrFloat(number: number): Value {
  return Number.isFinite(number) ? decimalFrom(String(number)) : fromJs(number)
}

/** The start of the run and the like: a datetime in UTC. */
export function toTimestamp(date: Date): Value {
  return new Moment('datetime', BigInt(date.getTime()) * 1000n, utc)
}
