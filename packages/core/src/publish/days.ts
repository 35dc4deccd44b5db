import { splitInterval, type Interval } from '../intervals/index.ts'
import type { Node } from '../types/index.ts'
import { readPartition } from './read-publish.ts'

/** Whether a run for a date means less of a node than one without. */
export function hasDays(node: Node): boolean {
  if (node.kind === 'source') return node.load?.from.some((it) => it.includes('{date}')) ?? false
  return node.kind === 'model' && readPartition(node) !== undefined
}

/** Every day that the interval touches, in order. */
export function daysOf(interval: Interval): readonly string[] {
  return splitInterval(interval, 'day').map(({ start }) => start.toISOString().slice(0, 10))
}
