import type { Diagnostic, Source } from '@btn/diagnostics'
import { isMicrobatch } from '../config/microbatch.ts'
import type { Lookup } from '../context/lookup.ts'
import { addGrains } from '../intervals/index.ts'
import type { Manifest, Model, Node, NodeId, Plan, Step } from '../types/index.ts'
import {
  findPublishMistakes,
  hasPublishSettings,
  isAudited,
  readPartition,
} from './read-publish.ts'
import { NEXT, type Day, type StagedNode, type Staging } from './staging.ts'

export interface StageOptions {
  readonly manifest: Manifest
  readonly lookup: Lookup
  readonly plan: Plan
  readonly date: string | undefined
}

/** What is wrong with how the models of a plan are to be published; a file is found by the name that nodes have. */
export function findStagingMistakes(
  { manifest, plan, date }: Pick<StageOptions, 'manifest' | 'plan' | 'date'>,
  findSource: (file: string) => Source | undefined,
): readonly Diagnostic[] {
  const built = builtModels(plan)
  return manifest.order.flatMap((id) => {
    const node = built.has(id) ? manifest.nodes.get(id) : undefined
    if (node?.kind !== 'model' || node.relationName === undefined) return []
    if (!hasPublishSettings(node)) return []
    return findPublishMistakes(node, date, findSource(node.file))
  })
}

function builtModels({ steps }: Plan): ReadonlySet<NodeId> {
  return new Set(steps.flatMap((it) => (it.kind === 'materialize' ? [it.node] : [])))
}

/**
 * Gives the models of a plan that are published at the end private names; undefined where there are none. What reads such a model and is
 * built by the same run is published with it: it would show what is not public yet.
 */
export function stage({ manifest, lookup, plan, date }: StageOptions): Staging | undefined {
  const nodes = new Map<NodeId, StagedNode>()
  const built = builtModels(plan)
  for (const id of manifest.order) {
    const node = manifest.nodes.get(id)
    if (!built.has(id) || node?.kind !== 'model' || node.relationName === undefined) continue
    const partition = date === undefined ? undefined : readPartition(node)
    const readsPrivate = (): boolean => readsStaged(manifest, id, nodes)
    if (canBeStaged(node) && (partition || isAudited(node) || readsPrivate()))
      nodes.set(id, toStaged(node, partition))
  }
  const day = date === undefined ? undefined : toDay(date)
  if (nodes.size === 0 && !day) return undefined
  const staged = (node: Node): Node => nodes.get(node.id)?.staged ?? node
  return {
    manifest: {
      ...manifest,
      nodes: new Map([...manifest.nodes].map(([id, it]) => [id, staged(it)])),
    },
    lookup: stagedLookup(lookup, staged),
    plan: { ...plan, steps: plan.steps.map((step) => toStagedStep(step, nodes)) },
    nodes,
    day,
    existing: new Set(),
  }
}

const KINDS: ReadonlySet<unknown> = new Set(['table', 'view', 'external', 'incremental'])

/** Batches are exchanged one by one, and what the project's own materializations do is theirs. */
function canBeStaged({ config }: Model): boolean {
  return KINDS.has(config['materialized'] ?? 'view') && !isMicrobatch(config)
}

/** Looks through ephemeral models: they are part of the queries that name them. */
function readsStaged(
  manifest: Manifest,
  id: NodeId,
  staged: ReadonlyMap<NodeId, StagedNode>,
): boolean {
  return (manifest.parents.get(id) ?? []).some((parent) => {
    if (staged.has(parent)) return true
    const node = manifest.nodes.get(parent)
    const isEphemeral = node?.kind === 'model' && node.relationName === undefined
    return isEphemeral && readsStaged(manifest, parent, staged)
  })
}

function toStaged(original: Model, partition: StagedNode['partition']): StagedNode {
  const materialized = original.config['materialized'] ?? 'view'
  const isFile = materialized === 'external'
  const isWhole = materialized === 'view' && !partition
  const isIncremental = materialized === 'incremental' && !partition
  const kind = isWhole ? 'view' : isIncremental ? 'incremental' : 'table'
  const { indexes: _, ...config } = original.config
  const staged: Model = {
    ...original,
    alias: original.alias + NEXT,
    relationName: nextName(original.relationName ?? ''),
    config: { ...config, materialized: kind },
  }
  return {
    original,
    staged,
    ...(partition && { partition }),
    isFile,
    isCopied: isIncremental,
  }
}

/** The last part of a complete name, quoted or not, gets the ending. */
function nextName(name: string): string {
  return name.endsWith('"') ? `${name.slice(0, -1)}${NEXT}"` : name + NEXT
}

function toStagedStep(step: Step, nodes: ReadonlyMap<NodeId, StagedNode>): Step {
  const node = nodes.get(step.node)
  if (step.kind !== 'materialize' || !node) return step
  return { ...step, materialization: String(node.staged.config['materialized']) }
}

function stagedLookup(lookup: Lookup, staged: (node: Node) => Node): Lookup {
  const through = (found: Node | 'disabled' | undefined) =>
    found === undefined || found === 'disabled' ? found : staged(found)
  return {
    ...lookup,
    findRef: (...args) => through(lookup.findRef(...args)),
    findSource: (...args) => through(lookup.findSource(...args)),
    findFunction: (...args) => through(lookup.findFunction(...args)),
  }
}

export function toDay(date: string): Day {
  const start = new Date(`${date}T00:00:00Z`)
  return { date, interval: { start, end: addGrains(start, 'day', 1) } }
}
