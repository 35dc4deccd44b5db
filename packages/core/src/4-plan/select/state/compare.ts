import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '../../../types/index.ts'
import { isObject, objectAt } from '../../../types/json.ts'
import { sameContract } from './contract.ts'

// The comparisons of dbt 1.12 (`state:modified` and its parts), over nodes as manifest.json has them.

export type IsSame = (node: JsonObject, old: JsonObject) => boolean

/** Settings that only say where the relation goes or how the node is found: no change of what it holds. */
const placement: ReadonlySet<string> = new Set(['alias', 'schema', 'database', 'tags', 'group'])
/** Where these are settings as any other. */
const keepsPlacement: ReadonlySet<unknown> = new Set(['source', 'exposure'])
const testSettings = [
  'severity',
  'where',
  'limit',
  'fail_calc',
  'warn_if',
  'error_if',
  'store_failures',
  'store_failures_as',
  'sql_header',
]

export const sameBody: IsSame = (node, old) =>
  same(node, old, node['resource_type'] === 'seed' ? ['checksum'] : ['raw_code'])

export const sameConfig: IsSame = (node, old) => {
  const type = node['resource_type']
  if (type === 'semantic_model' || type === 'saved_query') return same(node, old, ['config'])
  const [own, others] = [objectAt(node, 'unrendered_config'), objectAt(old, 'unrendered_config')]
  const keys = new Set([...Object.keys(own), ...Object.keys(others)])
  const isCompared = (key: string): boolean => {
    if (type === 'metric') return key !== 'group'
    return keepsPlacement.has(type) || !placement.has(key)
  }
  const compared = type === 'test' ? testSettings : [...keys].filter(isCompared)
  // An absent key is not the same as null.
  return compared.every((key) => key in own === key in others && isEqual(own[key], others[key]))
}

export const sameDescription: IsSame = (node, old) => {
  const persist = objectAt(objectAt(node, 'config'), 'persist_docs')
  if (persist['relation'] && !same(node, old, ['description'])) return false
  return !persist['columns'] || isEqual(columnDescriptions(node), columnDescriptions(old))
}

/** `comparesWritten`: of a source's place, what the file says counts, not what its templates made of it. */
export function sameRelation(comparesWritten: boolean): IsSame {
  const ofSource = comparesWritten
    ? ['unrendered_database', 'unrendered_schema', 'identifier']
    : ['database', 'schema', 'identifier']
  return (node, old) => {
    if (node['resource_type'] === 'source') return same(node, old, ofSource)
    const keys = ['database', 'schema', 'alias']
    return same(objectAt(node, 'unrendered_config'), objectAt(old, 'unrendered_config'), keys)
  }
}

const properties: Readonly<Record<string, readonly string[]>> = {
  source: ['fqn', 'quoting', 'freshness', 'loaded_at_field', 'external'],
  exposure: ['fqn', 'type', 'owner', 'maturity', 'url', 'description', 'label'],
  metric: ['type', 'description', 'label'],
  semantic_model: [
    'model',
    'description',
    'defaults',
    'entities',
    'dimensions',
    'measures',
    'primary_entity',
    'group',
  ],
  saved_query: ['description', 'label', 'group'],
  unit_test: ['checksum'],
}

/** Everything that `state:modified` looks at, but the macros. */
export function sameContents(comparesWritten: boolean): IsSame {
  const isSameRelation = sameRelation(comparesWritten)
  return (node, old) => {
    const type = String(node['resource_type'])
    const own = properties[type]
    if (own) return same(node, old, own) && sameRest(type, node, old, isSameRelation)
    if (!same(node, old, ['fqn']) || !sameConfig(node, old)) return false
    if ('test_metadata' in node) return true
    return (
      sameBody(node, old) &&
      sameDescription(node, old) &&
      isSameRelation(node, old) &&
      (type !== 'model' || sameModel(node, old)) &&
      (type !== 'function' || sameFunction(node, old))
    )
  }
}

function sameRest(type: string, node: JsonObject, old: JsonObject, relation: IsSame): boolean {
  if (type === 'unit_test') return true
  if (!sameConfig(node, old)) return false
  if (type === 'source') return relation(node, old)
  if (type === 'exposure') return isEqual(sortedParents(node), sortedParents(old))
  if (type !== 'saved_query') return true
  const [query, before] = [objectAt(node, 'query_params'), objectAt(old, 'query_params')]
  return (
    same(query, before, ['metrics', 'group_by', 'where']) &&
    isEqual(toExports(node), toExports(old))
  )
}

function sameModel(node: JsonObject, old: JsonObject): boolean {
  return (
    sameContract(node, old) && same(node, old, ['latest_version', 'access', 'deprecation_date'])
  )
}

/** Of overloads, only what ends up in SQL counts. */
function sameFunction(node: JsonObject, old: JsonObject): boolean {
  const overloads = (of: JsonObject): Json =>
    listAt(of, 'overloads').map((it) => [
      it['defined_in'] ?? null,
      it['arguments'] ?? null,
      it['returns'] ?? null,
      it['raw_body'] ?? null,
    ])
  return same(node, old, ['arguments', 'returns']) && isEqual(overloads(node), overloads(old))
}

function toExports(query: JsonObject): Json {
  return listAt(query, 'exports').map((it) => {
    const settings = objectAt(it, 'unrendered_config')
    const [as, schema, alias] = ['export_as', 'schema', 'alias'].map((key) => settings[key] ?? null)
    return [it['name'] ?? null, as ?? null, schema ?? null, alias ?? null]
  })
}

function sortedParents(node: JsonObject): Json {
  const parents = objectAt(node, 'depends_on')['nodes']
  return Array.isArray(parents) ? [...new Set(parents.map(String))].sort() : []
}

function listAt(object: JsonObject, key: string): readonly JsonObject[] {
  const list: Json = object[key] ?? null
  return Array.isArray(list) ? (list as readonly Json[]).filter(isObject) : []
}

function same(node: JsonObject, old: JsonObject, keys: readonly string[]): boolean {
  return keys.every((key) => isEqual(node[key] ?? null, old[key] ?? null))
}

function isEqual(left: Json | undefined, right: Json | undefined): boolean {
  return left === right || isDeepStrictEqual(left, right)
}

function columnDescriptions(node: JsonObject): JsonObject {
  const descriptions: Record<string, Json> = {}
  for (const [name, column] of Object.entries(objectAt(node, 'columns'))) {
    descriptions[name] = isObject(column) ? (column['description'] ?? null) : null
  }
  return descriptions
}
