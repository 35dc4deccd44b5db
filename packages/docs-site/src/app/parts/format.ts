// Figures and times as people read them; English, whatever the reader's language, as the rest of the site is.

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** `12,345` */
export const count = (value: number): string => whole.format(value)

/** `1 model`, `12 models`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** `3.4 MB`; thousands, as file managers count. */
export function bytes(value: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB']
  let left = value
  let unit = 0
  while (left >= 999.5 && unit < units.length - 1) {
    left /= 1000
    unit++
  }
  return `${unit === 0 || left >= 100 ? whole.format(left) : left.toFixed(1)} ${units[unit]}`
}

/** `40 ms`, `1.43 s`, `12 min 3 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 0.9995) return `${Math.round(seconds * 1000)} ms`
  if (seconds < 9.995) return `${seconds.toFixed(2)} s`
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const s = Math.round(seconds)
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`
  return `${count(Math.floor(s / 3600))} h ${Math.floor((s % 3600) / 60)} min`
}

/** `3 days`, `5 hours`: of ages, where the biggest unit is enough. */
export function age(seconds: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const
  for (const [name, size] of units) {
    if (seconds >= size) return counted(Math.floor(seconds / size), name)
  }
  return counted(Math.max(0, Math.round(seconds)), 'second')
}

/** `21 Nov 2026, 20:57`, in the reader's zone. */
export function moment(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : `${day.format(at)}, ${clock.format(at)}`
}

/** `87 %`; never 100 where something lacks, never 0 where something is. */
export function percent(have: number, all: number): string {
  if (all === 0) return '–'
  const share = (100 * have) / all
  const rounded = Math.round(share)
  const honest = have < all ? Math.min(rounded, 99) : rounded
  return `${have > 0 ? Math.max(honest, 1) : honest} %`
}
