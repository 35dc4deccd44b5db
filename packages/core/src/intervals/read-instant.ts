const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/

/**
 * A date, or a date with a time of day, in ISO's form, taken as UTC. A zone after it is passed over, as dbt does:
 * `2024-09-17 16:00+02:00` is four o'clock in UTC. Undefined for other texts and for days that no month has.
 */
export function readInstant(text: string): Date | undefined {
  const match = ISO.exec(text.trim())
  if (!match) return undefined
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = match
  const fraction = (match[7] ?? '').slice(0, 3).padEnd(3, '0')
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`
  const instant = new Date(iso)
  // JavaScript takes February 30 for March 1.
  return Number.isNaN(instant.getTime()) || instant.toISOString() !== iso ? undefined : instant
}
