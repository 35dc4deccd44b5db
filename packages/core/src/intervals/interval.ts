import { addGrains, floorTo, type Grain } from './grain.ts'

/** A stretch of time from `start` up to, but without, `end`; both are instants, read in UTC. */
export interface Interval {
  readonly start: Date
  readonly end: Date
}

/**
 * Cuts an interval at the beginnings of hours, days, months or years. The pieces touch each other and cover exactly the
 * interval: the first and the last may be shorter than the others. An interval that holds no time has no pieces.
 */
export function splitInterval({ start, end }: Interval, grain: Grain): readonly Interval[] {
  const pieces: Interval[] = []
  for (let from = start; from < end;) {
    const next = earlier(addGrains(from, grain, 1), end)
    pieces.push({ start: from, end: next })
    from = next
  }
  return pieces
}

/**
 * Where to begin so that everything is done again that began less than `lookback` grains before the piece in which `end`
 * falls. An `end` that is itself a beginning closes the piece before it, which therefore counts as the one it falls in.
 */
export function lookBack(end: Date, grain: Grain, lookback: number): Date {
  const isBoundary = floorTo(end, grain).getTime() === end.getTime()
  return addGrains(end, grain, -(isBoundary ? lookback + 1 : lookback))
}

/** What two intervals have in common; its end lies before its start when that is nothing. */
export function intersect(left: Interval, right: Interval): Interval {
  return { start: later(left.start, right.start), end: earlier(left.end, right.end) }
}

function earlier(left: Date, right: Date): Date {
  return left < right ? left : right
}

function later(left: Date, right: Date): Date {
  return left > right ? left : right
}
