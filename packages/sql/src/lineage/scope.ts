import type { PlanNode } from '../plan/plan.ts'
import type { ReadColumn, ReadFunction, ReadRelation } from '../types.ts'
import type { Column, Rows } from './rows.ts'

/** What an operator may mean besides its children. */
export interface Scope {
  readonly origins: Origins
  /** Common table expressions by the number that references to them have. */
  readonly ctes: ReadonlyMap<number, Rows>
  /** The columns of the outer query that the innermost correlated subquery sees. */
  readonly outer: readonly Column[]
}

/** Traces an operator of the plan. */
export type Trace = (node: PlanNode, scope: Scope) => Rows

/** What one kind of operator does; `trace` is for its children. */
export type TraceOperator = (node: PlanNode, scope: Scope, trace: Trace) => Rows

/** Everything read so far; gives the same object for the same column. */
export class Origins {
  readonly #relations = new Map<string, ReadRelation>()
  readonly #columns = new Map<ReadRelation, Map<string, ReadColumn>>()

  /** Of each temporary table that stands for a file, by its name. */
  readonly #files: ReadonlyMap<string, ReadFunction>

  constructor(files: ReadonlyMap<string, ReadFunction> = new Map()) {
    this.#files = files
  }

  relation(named: ReadRelation): ReadRelation {
    const isTemporary = named.kind === 'table' && named.catalog === 'temp'
    const wanted = (isTemporary && this.#files.get(named.name)) || named
    const key = JSON.stringify(wanted)
    const known = this.#relations.get(key)
    if (!known) this.#relations.set(key, wanted)
    return known ?? wanted
  }

  /** @param relation - as `relation` gave it */
  column(relation: ReadRelation, column: string): ReadColumn {
    const columns = this.#columns.get(relation) ?? new Map<string, ReadColumn>()
    this.#columns.set(relation, columns)
    const origin = columns.get(column) ?? { relation, column }
    columns.set(column, origin)
    return origin
  }

  get relations(): readonly ReadRelation[] {
    return [...this.#relations.values()]
  }
}
