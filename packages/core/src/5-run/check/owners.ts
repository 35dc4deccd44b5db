import type { Dialect, Relation } from '@btn/adapter'
import type { ReadRelation } from '@btn/sql'
import type { NodeId } from '../../types/index.ts'
import type { CheckInput } from './check-input.ts'
import { relationOf } from './node-relation.ts'

/** What a relation without a schema is in. */
const SCHEMA = 'main'

/** Where a build finds the relation of a node. */
export interface Owned {
  /** The same for all ways to write its name. */
  readonly key: string
  /** Without schema. */
  readonly name: string
  /** As templates write it. */
  readonly written: string
}

/** Which nodes a relation of the database stands for. */
export class Owners {
  readonly #dialect: Dialect
  /** Of relations that do not say theirs. */
  readonly #database: string
  readonly #nodes = new Map<string, readonly NodeId[]>()
  readonly #relations = new Map<NodeId, Owned>()

  constructor({
    manifest,
    dialect,
    database,
  }: Pick<CheckInput, 'manifest' | 'dialect' | 'database'>) {
    this.#dialect = dialect
    this.#database = database
    for (const node of manifest.nodes.values()) {
      const relation = relationOf(node)
      if (!relation) continue
      const key = this.keyOf(relation)
      this.#relations.set(node.id, { key, name: relation.name, written: this.write(relation) })
      const others = this.#nodes.get(key) ?? []
      this.#nodes.set(key, node.kind === 'source' ? [...others, node.id] : [node.id, ...others])
    }
  }

  /** Undefined for a node that is no relation. */
  relationOf(id: NodeId): Owned | undefined {
    return this.#relations.get(id)
  }

  /** Its full name. */
  write(relation: Relation): string {
    return this.#dialect.name(this.#placed(relation))
  }

  /** The node that makes the relation; sources that stand for it come behind. */
  of(relation: Relation): readonly NodeId[] {
    return this.#nodes.get(this.keyOf(relation)) ?? []
  }

  /** The same for what the plan of a query reads. */
  ofRead(relation: ReadRelation): readonly NodeId[] {
    if (relation.kind === 'function') return []
    const { catalog: database, schema, name } = relation
    return this.of({ database, schema, name })
  }

  /** Nodes that are known to the database by this name alone. */
  named(name: string): readonly NodeId[] {
    const end = `.${name.toLowerCase()}`
    return [...this.#nodes].flatMap(([key, ids]) => (key.endsWith(end) ? ids : []))
  }

  /** The same for all ways to write its name. */
  keyOf(relation: Relation): string {
    const { database, schema, name } = this.#placed(relation)
    return `${database}.${schema}.${name}`.toLowerCase()
  }

  /** Where the session of a build finds it. */
  #placed({ database, schema, name }: Relation): Relation {
    return { database: database || this.#database, schema: schema || SCHEMA, name }
  }
}
