import type { SqlColumn } from '@btn/adapter'
import type { PlanNode } from '../plan/plan.ts'
import type {
  ColumnSource,
  ColumnUse,
  QueryColumns,
  ReadColumn,
  ReadFunction,
  ValueHow,
} from '../types.ts'
import { at, UnknownPlan } from './rows.ts'
import { Origins } from './scope.ts'
import { tracePlan } from './trace.ts'
import { joinUses, type Uses } from './uses.ts'
import { strength, type Strength, type Value } from './value.ts'

export interface BoundQuery {
  readonly plan: PlanNode
  readonly columns: readonly SqlColumn[]
  /** Temporary tables that stand for files. */
  readonly files?: ReadonlyMap<string, ReadFunction>
}

/** Says in terms of the query what its plan says of origins. */
export function readLineage({ plan, columns: names, files }: BoundQuery): QueryColumns {
  try {
    const origins = new Origins(files)
    const { columns, uses } = tracePlan(plan, origins)
    if (columns.length !== names.length) throw new UnknownPlan('a different number of columns')
    const values = columns.map((column) => column.value)
    return {
      columns: names.map(({ name, type }, index) => ({
        name,
        type,
        from: toSources(at(values, index), name),
        uses: toList(at(values, index).uses),
      })),
      uses: toList(joinUses([uses, ...values.map((value) => value.uses)])),
      reads: origins.relations,
    }
  } catch (error) {
    if (!(error instanceof UnknownPlan)) throw error
    const columns = names.map((column) => ({ ...column, from: [], uses: [] }))
    return { columns, uses: [], reads: [], problem: `the plan has ${error.message}` }
  }
}

function toSources(value: Value, name: string): readonly ColumnSource[] {
  return [...value.from].map(([origin, how]) => ({
    ...origin,
    how: toHow(origin, name, how),
    ...(value.hidden.has(origin) && { hidden: true }),
  }))
}

function toHow({ column }: ReadColumn, name: string, how: Strength): ValueHow {
  if (how === strength.aggregated) return 'aggregated'
  if (how === strength.computed) return 'computed'
  return column.toLowerCase() === name.toLowerCase() ? 'copied' : 'renamed'
}

function toList(uses: Uses): readonly ColumnUse[] {
  return [...uses].flatMap(([origin, hows]) => [...hows].map((how) => ({ ...origin, how })))
}
