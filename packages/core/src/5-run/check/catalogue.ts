import type { Connection, Dialect, Relation, SqlColumn } from '@btn/adapter'
import { TracedText } from '@btn/diagnostics'
import { describeQuery, type ReadColumn, type ReadRelation } from '@btn/sql'
import type { BoundColumn, ColumnUse, Manifest, Node, NodeId } from '../../types/index.ts'

/** Where ephemeral models stand as tables. */
const EPHEMERAL_SCHEMA = '__btn_ephemeral'

/** The relation of a node, in a catalogue that has a table for each. */
export function relationOf(node: Node): Relation | undefined {
  if (node.kind === 'source')
    return { database: node.database, schema: node.schema, name: node.identifier }
  if (node.kind !== 'model' && node.kind !== 'seed' && node.kind !== 'snapshot') return undefined
  const { database, alias } = node
  if (node.config['materialized'] === 'ephemeral')
    return { database, schema: EPHEMERAL_SCHEMA, name: node.id }
  return { database, schema: node.schema, name: alias }
}

/** What the engine says of a query. */
export interface Described {
  readonly columns: readonly BoundColumn[]
  readonly uses: readonly ColumnUse[]
  /** Nodes whose relations it reads. */
  readonly reads: ReadonlySet<NodeId>
  /** Why nothing is known of where the columns come from. */
  readonly problem: string | undefined
}

/** Empty tables in memory, one for each node whose columns are known, and what the engine says of queries over them. */
export class Catalogue {
  readonly connection: Connection
  readonly #dialect: Dialect
  readonly #owners = new Map<string, readonly NodeId[]>()

  constructor(connection: Connection, dialect: Dialect, { nodes }: Pick<Manifest, 'nodes'>) {
    this.connection = connection
    this.#dialect = dialect
    for (const node of nodes.values()) {
      const relation = relationOf(node)
      if (!relation) continue
      const key = keyOf(relation)
      const others = this.#owners.get(key) ?? []
      this.#owners.set(key, node.kind === 'source' ? [...others, node.id] : [node.id, ...others])
    }
  }

  /** The node that makes the relation; sources that stand for it come behind. */
  ownersOf(relation: Relation): readonly NodeId[] {
    return this.#owners.get(keyOf(relation)) ?? []
  }

  /** Nodes that are known to the database by this name alone. */
  ownersNamed(name: string): readonly NodeId[] {
    const end = `.${name.toLowerCase()}`
    return [...this.#owners].flatMap(([key, ids]) => (key.endsWith(end) ? ids : []))
  }

  async makeSchema(of: Omit<Relation, 'name'>): Promise<void> {
    const name = this.#dialect.name({ ...of, name: '' })
    await this.connection.execute(`create schema if not exists ${name}`)
  }

  async makeSchemas(manifest: Pick<Manifest, 'nodes'>): Promise<void> {
    const names = new Map<string, string>()
    for (const node of manifest.nodes.values()) {
      const relation = relationOf(node)
      if (!relation) continue
      const name = this.#dialect.name({ ...relation, name: '' })
      names.set(name.toLowerCase(), name)
    }
    const statements = [...names.values()].map((it) => `create schema if not exists ${it}`)
    if (statements.length > 0) await this.connection.execute(statements.join(';\n'))
  }

  async make(relation: Relation, columns: readonly SqlColumn[]): Promise<void> {
    const list = columns.map(({ name, type }) => `${this.#dialect.quote(name)} ${stored(type)}`)
    const table = this.#dialect.name(relation)
    await this.connection.execute(`create or replace table ${table} (${list.join(', ')})`)
  }

  /**
   * What a query gives, and where that comes from. A relation is the node that `declared` has, where several nodes are it. Throws a
   * DatabaseError with the place in the query.
   */
  async describe({ text }: TracedText, declared: ReadonlySet<NodeId>): Promise<Described> {
    const { columns, uses, reads, problem } = await describeQuery(this.connection, text)
    const ownerOf = (relation: ReadRelation): NodeId | undefined => {
      if (relation.kind === 'function') return undefined
      const { catalog: database, schema, name } = relation
      const owners = this.ownersOf({ database, schema, name })
      return owners.find((it) => declared.has(it)) ?? owners[0]
    }
    return {
      columns: columns.map(({ name, type, from }) => ({
        name,
        type: stored(type),
        from: toColumns(from, ownerOf),
      })),
      uses: toColumns(uses, ownerOf),
      reads: new Set(reads.flatMap((it) => ownerOf(it) ?? [])),
      problem,
    }
  }

  async describeText(sql: string): Promise<readonly SqlColumn[]> {
    const { rows } = await this.connection.query(`${DESCRIBE}${sql}`)
    return rows.map(([name, type]) => ({ name: String(name), type: String(type) }))
  }

  columnsOf(relation: Relation): Promise<readonly SqlColumn[]> {
    return this.describeText(`select * from ${this.#dialect.name(relation)}`)
  }

  /** What stands for an ephemeral model in a query. */
  selectAll(node: Node): TracedText {
    const relation = relationOf(node)
    if (!relation) throw new Error(`${node.id} is no relation`)
    return TracedText.plain(`select * from ${this.#dialect.name(relation)}`)
  }
}

const DESCRIBE = 'describe '

/** Those of relations that are nodes of the project. */
function toColumns<How>(
  columns: readonly (ReadColumn & { readonly how: How })[],
  ownerOf: (relation: ReadRelation) => NodeId | undefined,
): readonly { readonly node: NodeId; readonly column: string; readonly how: How }[] {
  return columns.flatMap(({ relation, column, how }) => {
    const node = ownerOf(relation)
    return node === undefined ? [] : [{ node, column, how }]
  })
}

/** A column that is NULL in all rows becomes one of numbers, as it does when a table is made of the query. */
function stored(type: string): string {
  return type.replaceAll('"NULL"', 'INTEGER')
}

function keyOf({ database, schema, name }: Relation): string {
  return `${database}.${schema}.${name}`.toLowerCase()
}
