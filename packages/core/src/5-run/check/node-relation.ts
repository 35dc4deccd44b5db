import type { Relation, SchemaName } from '@btn/adapter'
import type { Manifest, Model, Node } from '../../types/index.ts'
import { schemaKey } from '../relation-cache.ts'

/** Where ephemeral models stand as tables. */
const EPHEMERAL_SCHEMA = '__btn_ephemeral'

/** Such a model is no relation: it is called. */
export function isTableFunction(node: Node): node is Model {
  return node.kind === 'model' && node.config['materialized'] === 'table_function'
}

/** The relation of a node, in a catalogue that has a table for each. */
export function relationOf(node: Node): Relation | undefined {
  if (node.kind === 'source')
    return { database: node.database, schema: node.schema, name: node.identifier }
  if (node.kind !== 'model' && node.kind !== 'seed' && node.kind !== 'snapshot') return undefined
  if (isTableFunction(node)) return undefined
  const { database, alias } = node
  if (node.config['materialized'] === 'ephemeral')
    return { database, schema: EPHEMERAL_SCHEMA, name: node.id }
  return { database, schema: node.schema, name: alias }
}

/** Each schema once in which relations of nodes lie. */
export function schemasOf({ nodes }: Pick<Manifest, 'nodes'>): readonly SchemaName[] {
  const found = new Map<string, SchemaName>()
  for (const node of nodes.values()) {
    const relation = relationOf(node)
    if (!relation) continue
    const { database, schema } = relation
    found.set(schemaKey(relation), { database, schema })
  }
  return [...found.values()]
}
