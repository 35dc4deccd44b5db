/** `07:00`, and 7:00. */
export function readTimeOfDay(text: string): string | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `mon-fri`, `[sat, sun]`, `daily`: numbers of days, 1 for Monday; undefined where a word is none of them. */
export function readDays(words: readonly string[]): readonly number[] | undefined {
  const days = new Set<number>()
  for (const word of words.flatMap((it) => it.toLowerCase().split(/[\s,]+/)).filter(Boolean)) {
    const [first, last] = word === 'daily' ? ['mon', 'sun'] : word.split('-')
    const from = dayOf(first)
    const to = last === undefined ? from : dayOf(last)
    if (from < 0 || to < 0) return undefined
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(day + 1)
      if (day === to) break
    }
  }
  return [...days].sort()
}

/** Also by the whole name: `Monday`. */
function dayOf(word = ''): number {
  return names.findIndex((name) => word === name || (word.length > 3 && word.startsWith(name)))
}
