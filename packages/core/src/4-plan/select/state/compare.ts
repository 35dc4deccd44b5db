import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '../../../types/index.ts'
import { isObject } from '../../../types/json.ts'

// The comparisons of dbt 1.12 (`state:modified` and its parts), over nodes as manifest.json has them.

export type IsSame = (node: JsonObject, old: JsonObject) => boolean

/** Settings that only say where the relation goes or how the node is found: no change of what it holds. */
const placement = new Set(['alias', 'schema', 'database', 'tags', 'group'])
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
  const [own, others] = [read(node, 'unrendered_config'), read(old, 'unrendered_config')]
  const isTest = node['resource_type'] === 'test'
  const keys = new Set([...Object.keys(own), ...Object.keys(others)])
  const compared = isTest ? testSettings : [...keys].filter((key) => !placement.has(key))
  // An absent key is not the same as null.
  return compared.every((key) => key in own === key in others && isEqual(own[key], others[key]))
}

export const sameDescription: IsSame = (node, old) => {
  const persist = read(read(node, 'config'), 'persist_docs')
  if (persist['relation'] && !same(node, old, ['description'])) return false
  return !persist['columns'] || isEqual(columnDescriptions(node), columnDescriptions(old))
}

export const sameRelation: IsSame = (node, old) =>
  node['resource_type'] === 'source'
    ? same(node, old, ['unrendered_database', 'unrendered_schema', 'identifier'])
    : same(read(node, 'unrendered_config'), read(old, 'unrendered_config'), [
        'database',
        'schema',
        'alias',
      ])

export const sameContract: IsSame = (node, old) => {
  const [own, others] = [read(node, 'contract'), read(old, 'contract')]
  if (node['resource_type'] !== 'model') return true
  if (!own['enforced'] && !others['enforced']) return true
  return Boolean(own['enforced'] && others['enforced']) && same(own, others, ['checksum'])
}

/** Everything that `state:modified` looks at, but the macros. */
export const sameContents: IsSame = (node, old) => {
  if (node['resource_type'] === 'unit_test') return same(node, old, ['checksum'])
  if (!same(node, old, ['fqn']) || !sameConfig(node, old)) return false
  if (node['resource_type'] === 'source') {
    const rest = ['quoting', 'freshness', 'loaded_at_field', 'external']
    return sameRelation(node, old) && same(node, old, rest)
  }
  if ('test_metadata' in node) return true
  const isModel = node['resource_type'] === 'model'
  return (
    sameBody(node, old) &&
    sameDescription(node, old) &&
    sameRelation(node, old) &&
    sameContract(node, old) &&
    (!isModel || same(node, old, ['latest_version', 'access', 'deprecation_date']))
  )
}

function same(node: JsonObject, old: JsonObject, keys: readonly string[]): boolean {
  return keys.every((key) => isEqual(node[key] ?? null, old[key] ?? null))
}

function isEqual(left: Json | undefined, right: Json | undefined): boolean {
  return left === right || isDeepStrictEqual(left, right)
}

function read(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return isObject(value) ? value : {}
}

function columnDescriptions(node: JsonObject): JsonObject {
  const descriptions: Record<string, Json> = {}
  for (const [name, column] of Object.entries(read(node, 'columns'))) {
    descriptions[name] = isObject(column) ? (column['description'] ?? null) : null
  }
  return descriptions
}
