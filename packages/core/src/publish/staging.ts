import type { Lookup } from '../context/lookup.ts'
import type { Interval } from '../intervals/index.ts'
import type { Manifest, Model, NodeId, Plan } from '../types/index.ts'

/** The day of a partitioned run. */
export interface Day {
  /** `2025-12-10` */
  readonly date: string
  readonly interval: Interval
}

/** Only the rows of a day are exchanged. */
export interface PartitionSpec {
  readonly by: string
  /** How the rows of a file are sorted. */
  readonly orderBy: readonly string[]
}

/** A model that is built under another name and takes its place when everything that speaks against it could have spoken. */
export interface StagedNode {
  readonly original: Model
  /** The same under its private name. */
  readonly staged: Model
  readonly partition?: PartitionSpec
  /** True where the relation is a view over a file that the run writes. */
  readonly isFile: boolean
  /** True where building begins with the rows that are there: an incremental model. */
  readonly isCopied: boolean
}

/** A run that publishes at its end: the project as its templates see it, with private names. */
export interface Staging {
  readonly manifest: Manifest
  readonly lookup: Lookup
  readonly plan: Plan
  readonly nodes: ReadonlyMap<NodeId, StagedNode>
  readonly day: Day | undefined
  /** Of partitioned models: those whose relation holds other days. Known when the run begins. */
  readonly existing: Set<NodeId>
}

/** Private names end like this. They lie in the schema of the public ones: DuckDB moves no table. */
export const NEXT = '__next'

/** A text of the run, in the names that hold when it is published. */
export function withPublicNames(
  { nodes, day }: Pick<Staging, 'nodes' | 'day'>,
  text: string,
): string {
  let named = text
  for (const node of nodes.values()) {
    const { original, staged } = node
    if (staged.relationName === undefined || original.relationName === undefined) continue
    named = named
      .replaceAll(wholeText(node, day), original.relationName)
      .replaceAll(staged.relationName, original.relationName)
  }
  return named
}

/** All days of a partitioned model, as they will be when this one is published. */
export function wholeText({ original, staged, partition }: StagedNode, day?: Day): string {
  const others = `select * from ${original.relationName ?? ''} where not ${ofDay(partition?.by ?? '', day)}`
  return `(${others} union all by name select * from ${staged.relationName ?? ''})`
}

/** SQL that is true for the rows of a day, and false for all others; the column may be a date, an instant or a text. */
export function ofDay(field: string, day: Day | undefined): string {
  return `coalesce(try_cast(${field} as date) = date '${day?.date ?? ''}', false)`
}
