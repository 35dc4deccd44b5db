/** An instant in a zone: `2025-12-10`, `07:00`, and 1 for Monday. */
export interface LocalTime {
  readonly date: string
  readonly time: string
  readonly weekday: number
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export function localTime(instant: Date, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  })
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
    weekday: days.indexOf(part('weekday').slice(0, 3)) + 1,
  }
}

/** `2025-12-10T07:00:00Z`, `2025-12-10 07:00`, `2025-12-10`; without a zone it is UTC. Undefined for anything else. */
export function readInstant(text: string): Date | undefined {
  const found =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,6})?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(
      text.trim(),
    )
  if (!found) return undefined
  const [, date, time = '00:00', seconds = ':00', zone = 'Z'] = found
  const offset = zone.length === 3 ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const instant = new Date(`${date}T${time}${seconds}${offset.toUpperCase()}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}
