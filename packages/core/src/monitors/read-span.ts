const units: Readonly<Record<string, number>> = {
  s: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
  w: 604_800,
  week: 604_800,
}

/** `24h`, `30 days`, `15 minutes` in milliseconds; undefined for anything else. */
export function readTimeSpan(text: string): number | undefined {
  const [, digits, word = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text) ?? []
  const name = word.toLowerCase()
  const seconds = units[name] ?? units[name.replace(/s$/, '')]
  return digits === undefined || seconds === undefined ? undefined : Number(digits) * seconds * 1000
}
