import type { Invocation } from '../context/context.ts'
import type {
  CatalogRelation,
  CatalogRequest,
  Manifest,
  Model,
  Node,
  NodeId,
  Plan,
  Seed,
  Snapshot,
  SourceTable,
} from '../types/index.ts'
import { namelessOperation } from './called-operation.ts'

interface Planned {
  readonly plan: Plan
  /** The manifest with what reads the catalogue among its nodes. */
  readonly manifest: Manifest
}

// Of more relations than these, dbt reads whole schemas.
const MAX_RELATIONS = 100

/**
 * A plan with the reading of the catalogue at its end, after everything that is compiled. `selected` are the nodes and sources
 * whose relations are wanted; undefined for all.
 */
export function planCatalog(
  manifest: Manifest,
  { target }: Invocation,
  compile: Plan,
  selected: ReadonlySet<NodeId> | undefined,
): Planned {
  // The macros are called in the scope of the project.
  const node = namelessOperation('generate_catalog', manifest.projectName, target)
  const step = {
    kind: 'read-catalog',
    node: node.id,
    after: compile.steps.map((it) => it.node),
    requests: findRequests(manifest, selected),
  } as const
  return {
    plan: { ...compile, steps: [...compile.steps, step] },
    manifest: { ...manifest, nodes: new Map([...manifest.nodes, [node.id, node]]) },
  }
}

function findRequests(
  { nodes }: Manifest,
  selected: ReadonlySet<NodeId> | undefined,
): readonly CatalogRequest[] {
  const all = [...nodes.values()].filter(isInCatalog)
  const wanted = selected && all.filter((node) => selected.has(node.id)).map(toRelation)
  const isNamed = wanted !== undefined && wanted.length <= MAX_RELATIONS
  const relations = isNamed ? wanted : all.map(toRelation)
  return [...new Set(relations.map((it) => it.database))].map((database) => {
    const found = relations.filter((it) => it.database === database)
    return isNamed
      ? { database, relations: unique(found) }
      : { database, schemas: [...new Set(found.map((it) => it.schema.toLowerCase()))] }
  })
}

function unique(relations: readonly CatalogRelation[]): readonly CatalogRelation[] {
  return [...new Map(relations.map((it) => [`${it.schema}\0${it.name}`, it])).values()]
}

/** What is stored in the database under a name of its own. */
function isInCatalog(node: Node): node is Model | Seed | Snapshot | SourceTable {
  if (node.kind === 'model') return node.config['materialized'] !== 'ephemeral'
  return node.kind === 'seed' || node.kind === 'snapshot' || node.kind === 'source'
}

function toRelation(node: Model | Seed | Snapshot | SourceTable): CatalogRelation {
  const { database, schema } = node
  return { database, schema, name: node.kind === 'source' ? node.identifier : node.alias }
}
