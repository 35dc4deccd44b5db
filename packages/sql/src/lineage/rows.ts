import type { Binding, PlanType } from '../plan/plan.ts'
import type { Uses } from './uses.ts'
import type { Value } from './value.ts'

/** What an operator gives: its columns in order, and what decided which rows there are. */
export interface Rows {
  readonly columns: readonly Column[]
  readonly uses: Uses
  /** For pairs of rows: how many columns are of the left one. */
  readonly split?: number
}

export interface Column {
  /** The name of the column inside of the plan; most expressions say the position instead. */
  readonly binding: Binding
  /** Unknown for columns that the plan gives no type. */
  readonly type: PlanType | undefined
  readonly value: Value
}

/** The columns that a projection map leaves; an empty or missing map leaves all. */
export function mapColumns(
  columns: readonly Column[],
  map: readonly number[] | undefined,
): readonly Column[] {
  return map && map.length > 0 ? map.map((index) => at(columns, index)) : columns
}

/** An element that has to be there: otherwise the plan is not what we believe it to be, and no answer is better than a wrong one. */
export function at<T>(items: readonly T[] | undefined, index: number): T {
  const item = items?.[index]
  if (item === undefined) throw new UnknownPlan(`nothing at position ${index}`)
  return item
}

/** A plan with something in it whose meaning is not known here. */
export class UnknownPlan extends Error {}
