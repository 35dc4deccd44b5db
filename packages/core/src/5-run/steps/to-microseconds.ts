import type { SqlValue } from '@btn/adapter'

const ISO =
  /^([+-]?\d+)-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:(Z)|([+-])(\d\d):?(\d\d)?)?$/

/** A timestamp as microseconds since 1970; without a zone it is taken for UTC. Undefined for any other value. */
export function toMicroseconds(value: SqlValue): bigint | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if (value.kind !== 'timestamp' && value.kind !== 'timestamptz') return undefined
  const found = ISO.exec(value.text)
  if (!found) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', , sign, hours, minutes] = found
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  date.setUTCHours(Number(hour), Number(minute), Number(second))
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
  const micros = BigInt(fraction.padEnd(6, '0').slice(0, 6))
  return BigInt(date.getTime() - offset * 60_000) * 1000n + micros
}
