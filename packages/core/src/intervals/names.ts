import type { Grain } from './grain.ts'

/** So much of `2024-09-17T16:…` names a piece of that size. */
const NAME_LENGTHS: Readonly<Record<Grain, number>> = { hour: 13, day: 10, month: 7, year: 4 }

/** The name of the piece that begins then: `2024-09-17T16`, `2024-09-17`, `2024-09` or `2024`. */
export function pieceName(start: Date, grain: Grain): string {
  return start.toISOString().slice(0, NAME_LENGTHS[grain])
}

/** The same without dashes, for names of tables: `20240917T16`. */
export function pieceId(start: Date, grain: Grain): string {
  return pieceName(start, grain).replaceAll('-', '')
}

/** An instant as SQL takes it, and as Python prints it: `2024-09-17 16:00:00+00:00`, with microseconds where it has any. */
export function formatInstant(instant: Date): string {
  const [day = '', time = ''] = instant.toISOString().split(/[TZ]/)
  const [seconds = '', milliseconds = '000'] = time.split('.')
  const fraction = milliseconds === '000' ? '' : `.${milliseconds}000`
  return `${day} ${seconds}${fraction}+00:00`
}
