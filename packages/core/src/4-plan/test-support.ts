import type {
  Config,
  DataTest,
  Manifest,
  Model,
  Node,
  NodeId,
  Operation,
  Resource,
  Seed,
  SourceTable,
} from '../types/index.ts'

/** A node of a small project, as a test writes it: its id says what it is. */
export interface NodeSpec {
  readonly parents?: readonly string[]
  readonly tags?: readonly string[]
  readonly config?: Config
  readonly folder?: string
  readonly version?: number
  readonly latest?: number
  readonly generic?: string
  readonly code?: string
}

const nowhere = { file: '', start: 0, end: 0 }

/** A linked project of a few nodes, by id: `model.shop.orders`, `test.shop.unique_orders`, `source.shop.app.events`. */
export function projectOf(
  specs: Readonly<Record<string, NodeSpec>>,
  selectors: Manifest['selectors'] = {},
): Manifest {
  const nodes = new Map<NodeId, Node>()
  const parents = new Map<NodeId, readonly NodeId[]>()
  const children = new Map<NodeId, NodeId[]>()
  for (const [key, spec] of Object.entries(specs)) {
    const id = key as NodeId
    nodes.set(id, toNode(id, spec))
    parents.set(id, (spec.parents ?? []) as readonly NodeId[])
    children.set(id, [])
  }
  for (const [id, list] of parents) for (const parent of list) children.get(parent)?.push(id)
  return {
    projectName: 'shop',
    adapterType: 'duckdb',
    nodes,
    disabled: new Map(),
    macros: new Map(),
    docs: new Map(),
    groups: new Map(),
    selectors,
    parents,
    children,
    order: sortByParents(parents),
  }
}

function sortByParents(parents: Manifest['parents']): readonly NodeId[] {
  const sorted = new Set<NodeId>()
  const visit = (id: NodeId): void => {
    for (const parent of parents.get(id) ?? []) if (!sorted.has(parent)) visit(parent)
    sorted.add(id)
  }
  for (const id of parents.keys()) visit(id)
  return [...sorted]
}

function toNode(id: NodeId, spec: NodeSpec): Node {
  const [kind, packageName = '', ...rest] = id.split('.')
  const name =
    kind === 'test' ? (rest[0] ?? '') : (rest.at(spec.version === undefined ? -1 : 0) ?? '')
  const folder = spec.folder ?? 'models'
  const resource: Resource = {
    id,
    name,
    packageName,
    path: `${name}.sql`,
    originalPath: `${folder}/${name}.sql`,
    file: `${folder}/${name}.sql`,
    fqn: [packageName, ...folder.split('/').slice(1), ...rest],
    description: '',
    docBlocks: [],
    config: { enabled: true, materialized: 'view', ...spec.config },
    unrenderedConfig: {},
    tags: spec.tags ?? [],
    meta: {},
    createdAt: 0,
  }
  if (kind === 'source') return toSource(resource, rest)
  const coded = toCoded(name, spec)
  if (kind === 'seed') {
    const seed: Seed = { kind, ...resource, ...coded, checksumOf: 'sha256', rootPath: '/project' }
    return seed
  }
  if (kind === 'test') return toTest(resource, coded, spec)
  if (kind === 'operation') {
    const when = name.includes('end') ? 'on-run-end' : 'on-run-start'
    const index = Number(name.at(-1))
    const place = { file: 'dbt_project.yml', start: 0, end: 0 }
    const hook: Operation = { kind, ...resource, ...coded, when, index, place }
    return hook
  }
  const model: Model = {
    kind: 'model',
    ...resource,
    ...coded,
    access: 'protected',
    constraints: [],
    ...(spec.version !== undefined && { version: spec.version }),
    ...(spec.latest !== undefined && { latestVersion: spec.latest }),
    primaryKey: [],
  }
  return model
}

function toCoded(
  name: string,
  spec: NodeSpec,
): Omit<Model, keyof Resource | 'kind' | 'access' | 'constraints' | 'primaryKey'> {
  return {
    database: 'shop',
    schema: 'main',
    alias: name,
    relationName: `"shop"."main"."${name}"`,
    rawCode: spec.code ?? 'select 1',
    checksum: 'x',
    refs: [],
    sources: [],
    dependsOn: { nodes: (spec.parents ?? []) as readonly NodeId[], macros: [] },
    columns: new Map(),
    configCall: {},
  }
}

function toTest(resource: Resource, coded: ReturnType<typeof toCoded>, spec: NodeSpec): DataTest {
  if (spec.generic === undefined) return { kind: 'test', ...resource, ...coded }
  const generic = { name: spec.generic, kwargs: {}, fileKeyName: 'models.x', place: nowhere }
  return { kind: 'test', ...resource, ...coded, generic }
}

function toSource(resource: Resource, [sourceName = '']: readonly string[]): SourceTable {
  return {
    kind: 'source',
    ...resource,
    sourceName,
    sourceDescription: '',
    sourceMeta: {},
    identifier: resource.name,
    database: 'shop',
    schema: sourceName,
    relationName: `"shop"."${sourceName}"."${resource.name}"`,
    loader: '',
    quoting: {},
    columns: new Map(),
    place: nowhere,
  }
}
