import type { ReadColumn } from '../types.ts'
import { joinUses, noUses, type Uses } from './uses.ts'

/** How strongly an expression changes what it takes from a column; a number, so that the strongest wins by `Math.max`. */
export const strength = { copied: 0, computed: 1, aggregated: 2 } as const
export type Strength = (typeof strength)[keyof typeof strength]

/**
 * Where a value comes from. Origins are the same object wherever the same column is meant (`Origins`), so that they can be keys.
 */
export interface Value {
  readonly from: ReadonlyMap<ReadColumn, Strength>
  /** Those of `from` that decide about the value and cannot be read from it: they were counted, summed up or compared. */
  readonly hidden: ReadonlySet<ReadColumn>
  /** What decides about the value inside of the subquery that gave it. */
  readonly uses: Uses
  /** The fields of a struct by name, the elements of a list by index, where they are known one by one. */
  readonly parts?: ReadonlyMap<string, Value>
  /**
   * Set while the value is a column of the outer query, handed into a correlated subquery. The engine joins, groups and partitions
   * by such columns to keep the rows of the outer query apart; that is its way, not the query's meaning.
   */
  readonly correlation?: symbol
}

const none: ReadonlySet<ReadColumn> = new Set()

export const nothing: Value = { from: new Map(), hidden: none, uses: noUses }

export function originValue(origin: ReadColumn): Value {
  return { from: new Map([[origin, strength.copied]]), hidden: none, uses: noUses }
}

/** A value made of others. */
export function combine(values: readonly Value[], how: Strength): Value {
  if (values.every(isNothing)) return nothing
  const from = new Map<ReadColumn, Strength>()
  for (const value of values) addAll(from, value, how)
  return { from, hidden: hiddenIn(values), uses: joinUses(values.map((value) => value.uses)) }
}

function isNothing({ from, uses }: Value): boolean {
  return from.size === 0 && uses.size === 0
}

/** What can be read from one of the values is seen. */
function hiddenIn(values: readonly Value[]): ReadonlySet<ReadColumn> {
  if (values.every(({ hidden }) => hidden.size === 0)) return none
  const some = values.flatMap(({ hidden }) => [...hidden])
  const isSeen = (it: ReadColumn) =>
    values.some(({ from, hidden }) => from.has(it) && !hidden.has(it))
  return new Set(some.filter((it) => !isSeen(it)))
}

/** A value that is one or the other: a column of a union. */
export function either(values: readonly Value[]): Value {
  const [first, ...others] = values
  if (!first || others.length === 0) return first ?? nothing
  const parts = eitherParts(values)
  const { correlation } = first
  const isSame = values.every((value) => value.correlation === correlation)
  return {
    ...combine(values, strength.copied),
    ...(parts && { parts }),
    ...(correlation && isSame && { correlation }),
  }
}

function eitherParts(values: readonly Value[]): ReadonlyMap<string, Value> | undefined {
  const names = values[0]?.parts && [...values[0].parts.keys()]
  if (!names || !values.every((value) => hasExactly(value.parts, names))) return undefined
  return new Map(
    names.map((name) => [name, either(values.map((value) => value.parts?.get(name) ?? nothing))]),
  )
}

function hasExactly(parts: Value['parts'], names: readonly string[]): boolean {
  return parts?.size === names.length && names.every((name) => parts.has(name))
}

/** The same value without what is known of its parts: a list of which nobody knows how long it gets. */
export function withoutParts({ parts: _, ...value }: Value): Value {
  return value
}

/** A struct or list built of values. */
export function assemble(parts: ReadonlyMap<string, Value>): Value {
  return { ...combine([...parts.values()], strength.computed), parts }
}

/** A part of a struct or list; a part of which nothing is known is computed from the whole. */
export function partOf(whole: Value, name: string): Value {
  const part = whole.parts?.get(name)
  return part ? withUses(part, whole.uses) : combine([whole], strength.computed)
}

/** Any of the elements of a list. */
export function elementOf(list: Value): Value {
  const elements = list.parts && [...list.parts.values()]
  return elements ? withUses(either(elements), list.uses) : combine([list], strength.computed)
}

export function withUses(value: Value, uses: Uses): Value {
  return uses.size === 0 ? value : { ...value, uses: joinUses([value.uses, uses]) }
}

function addAll(from: Map<ReadColumn, Strength>, value: Value, least: Strength): void {
  value.from.forEach((how, origin) => {
    const stronger = how > least ? how : least
    const known = from.get(origin)
    if (known === undefined || known < stronger) from.set(origin, stronger)
  })
}
