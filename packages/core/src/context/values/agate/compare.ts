import { toText, type Value } from '@btn/jinja'

/** The order of two lists of values: nothing comes last, as in agate. */
export function compareValues(left: readonly Value[], right: readonly Value[]): number {
  for (const [index, value] of left.entries()) {
    const order = compareOne(value, right[index] ?? null)
    if (order !== 0) return order
  }
  return 0
}

export function compareOne(left: Value, right: Value): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
  if (isInteger(left) && isInteger(right)) return left < right ? -1 : left > right ? 1 : 0
  if (typeof left === 'object' && 'typeName' in left) {
    const order = left.compare?.(right)
    if (order !== undefined) return order
  }
  const [a, b] = [toText(left), toText(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

function isInteger(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}
