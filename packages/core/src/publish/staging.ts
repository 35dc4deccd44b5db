import type { Relation } from '@btn/adapter'
import type { Lookup } from '../context/lookup.ts'
import type { Interval } from '../intervals/index.ts'
import { escapePattern } from '../names/escape-pattern.ts'
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

/** The relation of a staged model as everybody will know it. */
export function publicRelation({ original: { database, schema, alias } }: StagedNode): Relation {
  return { database, schema, name: alias }
}

/** The same while nobody else knows it. */
export function privateRelation({ staged: { database, schema, alias } }: StagedNode): Relation {
  return { database, schema, name: alias }
}

/** Writes texts of the run in the names that hold when it is published. One pass a text: a run has thousands of both. */
export function publicNaming({
  nodes,
  day,
}: Pick<Staging, 'nodes' | 'day'>): (text: string) => string {
  const names = new Map<string, string>()
  for (const node of nodes.values()) {
    const { relationName } = node.original
    if (relationName === undefined || node.staged.relationName === undefined) continue
    if (node.partition) names.set(wholeText(node, day), relationName)
    names.set(node.staged.relationName, relationName)
  }
  // The whole of a partitioned model has its private name inside.
  const longestFirst = [...names.keys()].sort((one, other) => other.length - one.length)
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'g')
  return (text) => text.replaceAll(pattern, (found) => names.get(found) ?? found)
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
