const units: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
}

/** `24h` before now, or an instant, in UTC where it names no zone; null for anything else. */
export function parseSince(text: string, now: Date): Date | null {
  const ago = /^\s*(\d+)\s*(m|h|d|w)[a-z]*\s*$/i.exec(text)
  const unit = units[ago?.[2]?.toLowerCase() ?? '']
  if (ago && unit !== undefined) return new Date(now.getTime() - Number(ago[1]) * unit)
  const instant = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i
  const [, day, time = '00:00', zone = 'Z'] = instant.exec(text.trim()) ?? []
  if (day === undefined) return null
  const date = new Date(`${day}T${time}${zone}`)
  return Number.isNaN(date.getTime()) ? null : date
}
