import { toGraphJson, toNodeJson } from '../artifact/index.ts'
import { isDescribed } from '../described/is-described.ts'
import type { Json, JsonObject, Manifest, Node, NodeId } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { toPythonJson } from '../python-json.ts'
import { versionedName } from '../unit-tests/names.ts'

interface ListOptions {
  readonly output: 'selector' | 'json' | 'name' | 'path'
  /** Keys of the JSON, `config.materialized` among them; without any, dbt's own choice. */
  readonly outputKeys?: readonly string[]
}

const defaultKeys = new Set([
  'alias',
  'name',
  'package_name',
  'depends_on',
  'direct_parents',
  'tags',
  'config',
  'resource_type',
  'source_name',
  'original_file_path',
  'unique_id',
])

/** One line per node, as `dbt ls` prints it. */
export function listNodes(
  manifest: Manifest,
  ids: readonly NodeId[],
  options: ListOptions,
): readonly string[] {
  const keys = options.outputKeys ?? []
  const writers = {
    selector: toSelector,
    name: toSearchName,
    path: (node: Node) => node.originalPath,
    json: (node: Node) => toPythonJson(pick(toListJson(node, keys), keys)),
  }
  return ids.flatMap((id) => {
    const node = manifest.nodes.get(id)
    return node ? writers[options.output](node) : []
  })
}

function toSelector(node: Node): string {
  if (node.kind === 'unit_test') return `unit_test:${node.packageName}.${versionedName(node)}`
  if (node.kind === 'report' || node.kind === 'monitor' || isDescribed(node))
    return `${node.kind}:${node.packageName}.${node.name}`
  if (node.kind !== 'source') return node.fqn.join('.')
  return `source:${node.packageName}.${node.sourceName}.${node.name}`
}

function toSearchName(node: Node): string {
  if (node.kind === 'source') return `${node.sourceName}.${node.name}`
  if (node.kind === 'model' && node.version !== undefined) return `${node.name}.v${node.version}`
  return node.name
}

/** What no artifact has but this list can show: the `config()` call, where it is asked for, and a model's parents. */
function toListJson(node: Node, keys: readonly string[]): JsonObject {
  const json = keys.includes('config_call_dict') ? toGraphJson(node) : toNodeJson(node)
  if (node.kind !== 'model') return json
  return Object.assign(json, { direct_parents: node.dependsOn.nodes })
}

function pick(json: JsonObject, keys: readonly string[]): JsonObject {
  const picked: Record<string, Json> = {}
  if (keys.length === 0) {
    for (const [key, value] of Object.entries(json)) if (defaultKeys.has(key)) picked[key] = value
    return picked
  }
  for (const key of keys) {
    const value = key.includes('.') ? descend(json, key) : json[key]
    if (value !== undefined) picked[key] = value
  }
  return picked
}

/** A key with dots; what is null is left out. */
function descend(json: JsonObject, path: string): Json | undefined {
  const step = (value: Json | undefined, key: string): Json | undefined =>
    isObject(value) ? value[key] : undefined
  return path.split('.').reduce<Json | undefined>(step, json) ?? undefined
}
