import {
  testedName,
  type JsonObject,
  type Model,
  type Node,
  type Step,
  type StepResult,
} from '@btn/core'

/** dbt's `node_info`: what a reader of the JSON log needs to know of the node. */
export function nodeInfo(node: Node, status: string, result?: StepResult): JsonObject {
  return {
    materialized: node.kind === 'source' ? '' : String(node.config['materialized'] ?? node.kind),
    meta: node.meta,
    node_checksum: 'checksum' in node ? node.checksum : '',
    node_finished_at: toLocal(result?.timing.at(-1)?.completedAt),
    node_name: node.name,
    node_path: node.path,
    node_relation: relationInfo(node),
    node_started_at: toLocal(result?.timing[0]?.startedAt),
    node_status: status,
    resource_type: node.kind,
    unique_id: node.id,
  }
}

/** Without a zone, as dbt has it here; it is UTC. */
function toLocal(date: Date | undefined): string {
  return date === undefined ? '' : `${date.toISOString().slice(0, -1)}000`
}

function relationInfo(node: Node): JsonObject {
  // dbt says nothing of where a unit test would be.
  if (node.kind === 'unit_test' || !('database' in node)) return {}
  return {
    alias: node.kind === 'source' ? '' : node.alias,
    database: node.database,
    relation_name: node.relationName ?? '',
    schema: node.schema,
  }
}

/** A node without a schema is called by what else it has. */
function nameOf({ schema, alias, unnamed }: Model): string {
  return unnamed?.includes('schema') ? alias : `${schema}.${alias}`
}

/** `sql view model main.orders`, `seed file main.countries`, `test unique_orders_id`: what a line calls the node. */
export function describeNode(node: Node): string {
  switch (node.kind) {
    case 'model':
      return `${languageOf(node)} ${materializationOf(node)} model ${nameOf(node)}`
    case 'seed':
      return `seed file ${node.schema}.${node.alias}`
    case 'snapshot':
      return `snapshot ${node.schema}.${node.alias}`
    case 'source':
      return `freshness of ${node.sourceName}.${node.name}`
    case 'function':
      return `function ${node.schema}.${node.alias}`
    case 'unit_test':
      return `unit_test ${testedName(node)}`
    case 'saved_query':
      return `saved query ${node.name}`
    default:
      return `${node.kind} ${node.name}`
  }
}

/** What a step works on: a source is loaded, or asked for its age. */
export function describeStep(step: Step, node: Node): string {
  if (step.kind === 'run-hook') return `hook: ${step.name}`
  return step.kind === 'load-source' ? `files into ${loadedName(node)}` : describeNode(node)
}

export function loadedName(node: Node): string {
  return node.kind === 'source' ? `${node.sourceName}.${node.name}` : node.name
}

function materializationOf({ config }: Node): string {
  const materialized = String(config['materialized'] ?? 'view')
  const isBatched =
    materialized === 'incremental' && config['incremental_strategy'] === 'microbatch'
  return isBatched ? 'microbatch' : materialized
}

function languageOf({ originalPath }: Node): string {
  return originalPath.endsWith('.py') ? 'python' : 'sql'
}
