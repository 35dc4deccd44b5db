/** The sizes in which time can be cut, smallest first. */
export const GRAINS = ['hour', 'day', 'month', 'year'] as const
export type Grain = (typeof GRAINS)[number]

export function isGrain(value: unknown): value is Grain {
  return GRAINS.some((grain) => grain === value)
}

/** The beginning of the hour, day, month or year in which an instant lies, in UTC. */
export function floorTo(instant: Date, grain: Grain): Date {
  const kept = GRAINS.indexOf(grain)
  const month = kept <= GRAINS.indexOf('month') ? instant.getUTCMonth() : 0
  const day = kept <= GRAINS.indexOf('day') ? instant.getUTCDate() : 1
  const hour = kept === GRAINS.indexOf('hour') ? instant.getUTCHours() : 0
  return utc(instant.getUTCFullYear(), month, day, hour)
}

/** The instant itself when something begins with it, else the next beginning. */
export function ceilTo(instant: Date, grain: Grain): Date {
  const floor = floorTo(instant, grain)
  return floor.getTime() === instant.getTime() ? floor : addGrains(floor, grain, 1)
}

/** The beginning that lies `count` grains after (before, when negative) the one at or before the instant. */
export function addGrains(instant: Date, grain: Grain, count: number): Date {
  return shiftBy(floorTo(instant, grain), grain, count)
}

/**
 * The same time of day so many grains later. A day that a month does not have becomes its last:
 * January 31 and a month is February 28 or 29.
 */
export function shiftBy(instant: Date, grain: Grain, count: number): Date {
  const shifted = new Date(instant)
  if (grain === 'hour') shifted.setUTCHours(shifted.getUTCHours() + count)
  else if (grain === 'day') shifted.setUTCDate(shifted.getUTCDate() + count)
  else shiftMonths(shifted, grain === 'year' ? count * 12 : count)
  return shifted
}

function shiftMonths(date: Date, count: number): void {
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count)
  date.setUTCDate(Math.min(day, daysInMonth(date)))
}

function daysInMonth(date: Date): number {
  return utc(date.getUTCFullYear(), date.getUTCMonth() + 1, 0, 0).getUTCDate()
}

/** Unlike `Date.UTC`, takes the years 0 to 99 for what they are. */
function utc(year: number, month: number, day: number, hour: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  date.setUTCHours(hour)
  return date
}
