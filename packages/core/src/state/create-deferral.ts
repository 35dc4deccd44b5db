import type { Deferral, DeferredRelation, JsonObject, Manifest, NodeId } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import type { EarlierManifest } from './earlier-manifest.ts'

const referable: ReadonlySet<unknown> = new Set(['model', 'seed', 'snapshot', 'function'])

/** What `manifest` can take from an earlier run: what is stored there, and functions, that both have. */
export function createDeferral(
  manifest: Manifest,
  earlier: EarlierManifest,
  options: Pick<Deferral, 'redirects' | 'favorsState'>,
): Deferral {
  const relations = new Map<NodeId, DeferredRelation>()
  for (const id of manifest.nodes.keys()) {
    const node = earlier.findNode(id)
    if (!node || !referable.has(node['resource_type']) || isEphemeral(node)) continue
    relations.set(id, toRelation(node))
  }
  return { relations, ...options }
}

function isEphemeral({ config }: JsonObject): boolean {
  return isObject(config) && config['materialized'] === 'ephemeral'
}

function toRelation(node: JsonObject): DeferredRelation {
  const { database, schema, alias, name, relation_name: relationName } = node
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return {
    database: text(database),
    schema: text(schema),
    alias: text(alias) || text(name),
    relationName: typeof relationName === 'string' ? relationName : undefined,
    json: {
      database: database ?? null,
      schema: schema ?? null,
      alias: alias ?? name ?? null,
      relation_name: relationName ?? null,
      resource_type: node['resource_type'] ?? null,
      name: name ?? null,
      description: node['description'] ?? '',
      compiled_code: node['compiled_code'] ?? null,
      meta: node['meta'] ?? {},
      tags: node['tags'] ?? [],
      config: node['config'] ?? {},
    },
  }
}
