import type {
  DescribedNode,
  Exposure,
  JsonObject,
  Metric,
  SavedQuery,
  SemanticModel,
} from '../types/index.ts'

function headOf(node: DescribedNode): JsonObject {
  return {
    name: node.name,
    resource_type: node.kind,
    package_name: node.packageName,
    path: node.path,
    original_file_path: node.originalPath,
    unique_id: node.id,
    fqn: node.fqn,
  }
}

const refsOf = ({ refs }: DescribedNode) =>
  refs.map((it) => ({ name: it.name, package: it.package ?? null, version: it.version ?? null }))

const parentsOf = ({ dependsOn }: DescribedNode) => ({
  macros: dependsOn.macros,
  nodes: dependsOn.nodes,
})

const configsOf = ({ config, unrenderedConfig }: DescribedNode) => ({
  config,
  unrendered_config: unrenderedConfig,
})

const orNull = (text: string) => (text === '' ? null : text)

export function toExposureJson(node: Exposure): JsonObject {
  const { type, owner, url, ...rest } = node.definition
  return {
    ...headOf(node),
    type: type ?? null,
    owner: owner ?? null,
    description: node.description,
    ...rest,
    meta: node.meta,
    tags: node.tags,
    ...configsOf(node),
    url: url ?? null,
    depends_on: parentsOf(node),
    refs: refsOf(node),
    sources: node.sources.map(({ source, table }) => [source, table]),
    metrics: node.metrics,
    created_at: node.createdAt,
  }
}

export function toMetricJson(node: Metric): JsonObject {
  return {
    ...headOf(node),
    description: node.description,
    ...node.definition,
    ...configsOf(node),
    sources: [],
    depends_on: parentsOf(node),
    refs: [],
    metrics: [],
    created_at: node.createdAt,
    group: node.group ?? null,
    meta: node.meta,
    tags: node.tags,
  }
}

export function toSemanticModelJson(node: SemanticModel): JsonObject {
  const { model, node_relation: relation, primary_entity: primary, ...rest } = node.definition
  return {
    ...headOf(node),
    model: model ?? null,
    node_relation: relation ?? null,
    description: orNull(node.description),
    ...rest,
    depends_on: parentsOf(node),
    refs: refsOf(node),
    created_at: node.createdAt,
    ...configsOf(node),
    primary_entity: primary ?? null,
    group: node.group ?? null,
  }
}

export function toSavedQueryJson(node: SavedQuery): JsonObject {
  const { query_params: params, exports, ...rest } = node.definition
  return {
    ...headOf(node),
    query_params: params ?? null,
    exports: exports ?? [],
    description: orNull(node.description),
    ...rest,
    ...configsOf(node),
    group: node.group ?? null,
    depends_on: parentsOf(node),
    created_at: node.createdAt,
    refs: [],
    tags: node.tags,
  }
}
