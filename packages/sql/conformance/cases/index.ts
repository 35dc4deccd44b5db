import { aggregates, windows } from './aggregates.ts'
import type { LineageCase } from './case.ts'
import { joins } from './joins.ts'
import { nested, pivots } from './nested.ts'
import { reads, selects } from './select.ts'
import { ctes, sets } from './sets.ts'
import { subqueries } from './subqueries.ts'

/** Every construct of queries, with its lineage. */
export const caseGroups: Readonly<Record<string, readonly LineageCase[]>> = {
  selects,
  reads,
  joins,
  subqueries,
  sets,
  ctes,
  aggregates,
  windows,
  nested,
  pivots,
}
