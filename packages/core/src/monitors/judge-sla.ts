import type { SlaMeasure } from '../types/index.ts'
import { localTime } from './clock.ts'

/** How a promise of readiness was kept. */
export interface SlaJudgement {
  readonly verdict: 'pass' | 'error' | 'no_verdict'
  readonly message: string
  readonly date: string
}

/** `ready` are the instants at which the table was made anew. Looked at is the day of the clock, where the table is. */
export function judgeSla(
  { by, days, timezone }: SlaMeasure,
  table: string,
  now: Date,
  ready: readonly Date[],
): SlaJudgement {
  const today = localTime(now, timezone)
  const { date } = today
  const due = `due at ${by} (${timezone})`
  if (!days.includes(today.weekday))
    return { verdict: 'no_verdict', message: `${table} is not due today`, date }
  const [first] = ready
    .filter((it) => it <= now)
    .map((it) => localTime(it, timezone))
    .filter((it) => it.date === date)
    .sort((a, b) => (a.time < b.time ? -1 : 1))
  if (first && first.time <= by)
    return { verdict: 'pass', message: `${table} was ready at ${first.time}, ${due}`, date }
  if (today.time <= by)
    return { verdict: 'no_verdict', message: `${table} is not ready yet, ${due}`, date }
  const state = first ? `was ready at ${first.time}` : `is not ready at ${today.time}`
  return { verdict: 'error', message: `${table} ${state}, ${due}`, date }
}
