import {
  DatabaseError,
  type Dialect,
  type Relation,
  type SchemaName,
  type SqlColumn,
} from '@btn/adapter'
import { TracedText } from '@btn/diagnostics'
import { describeQuery, type QueryColumns, type ReadColumn, type ReadRelation } from '@btn/sql'
import type { BoundColumn, ColumnUse, Manifest, Model, Node, NodeId } from '../../types/index.ts'
import { schemaKey } from '../relation-cache.ts'
import type { BoundCache } from './bound-cache.ts'
import type { CheckInput } from './check-input.ts'
import type { Engine } from './engine.ts'
import { KnownRelations } from './known-relations.ts'

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

/** What the engine says of a query. */
export interface Described {
  readonly columns: readonly BoundColumn[]
  readonly uses: readonly ColumnUse[]
  /** Nodes whose relations it reads. */
  readonly reads: ReadonlySet<NodeId>
  /** Why nothing is known of where the columns come from. */
  readonly problem: string | undefined
}

/** What a relation without a schema is in. */
const SCHEMA = 'main'

/** Empty tables in memory, one for each node whose columns are known, and what the engine says of queries over them. */
export class Catalogue {
  readonly engine: Engine
  readonly cache: BoundCache
  readonly relations = new KnownRelations()
  readonly #dialect: Dialect
  readonly #database: string
  readonly #owners = new Map<string, readonly NodeId[]>()
  readonly #keys = new Map<NodeId, string>()
  /** By node: its relation and its columns, as far as they decide what a query means. */
  readonly #signatures = new Map<NodeId, string>()

  constructor(
    engine: Engine,
    cache: BoundCache,
    { dialect, manifest, database }: Pick<CheckInput, 'dialect' | 'manifest' | 'database'>,
  ) {
    this.engine = engine
    this.cache = cache
    this.#dialect = dialect
    this.#database = database
    for (const node of manifest.nodes.values()) {
      const relation = relationOf(node)
      if (!relation) continue
      const key = this.#nameOf(relation)
      this.#keys.set(node.id, key)
      const others = this.#owners.get(key) ?? []
      this.#owners.set(key, node.kind === 'source' ? [...others, node.id] : [node.id, ...others])
    }
  }

  /** The node that makes the relation; sources that stand for it come behind. */
  ownersOf(relation: Relation): readonly NodeId[] {
    return this.#owners.get(this.#nameOf(relation)) ?? []
  }

  /** The same for what the plan of a query reads. */
  ownersRead(relation: ReadRelation): readonly NodeId[] {
    if (relation.kind === 'function') return []
    const { catalog: database, schema, name } = relation
    return this.ownersOf({ database, schema, name })
  }

  /** Nodes that are known to the database by this name alone. */
  ownersNamed(name: string): readonly NodeId[] {
    const end = `.${name.toLowerCase()}`
    return [...this.#owners].flatMap(([key, ids]) => (key.endsWith(end) ? ids : []))
  }

  makeSchema(of: SchemaName): void {
    const name = this.#dialect.name(this.#placed({ ...of, name: '' }))
    this.engine.putOff(`create schema if not exists ${name}`)
  }

  /** From now on queries can read it. */
  make(relation: Relation, columns: readonly SqlColumn[]): void {
    this.engine.putOff(this.#createTable(relation, columns), this.#nameOf(relation))
    this.note(relation, columns)
  }

  /** The same where the types are not the engine's own words: gives them as it has them. Throws a DatabaseError for one that it does not know. */
  async makeAs(relation: Relation, columns: readonly SqlColumn[]): Promise<readonly SqlColumn[]> {
    const texts = columns.flatMap(({ name, type }) => [name, type])
    const made = await this.learn(['table', ...texts], async () => {
      await this.engine.execute(this.#createTable(relation, columns))
      return this.columnsOf(relation)
    })
    this.make(relation, made)
    return made
  }

  /** Columns that only the engine can tell, unless it did so before. */
  async learn(
    basis: readonly string[],
    ask: () => Promise<readonly SqlColumn[]>,
  ): Promise<readonly SqlColumn[]> {
    const key = this.cache.keyOf(basis)
    const before = this.cache.find(key)
    if (before) return before.columns
    const columns = await ask()
    this.cache.keep(key, {
      columns: columns.map(({ name, type }) => ({ name, type, from: [] })),
      uses: [],
      reads: [],
    })
    return columns
  }

  #createTable(relation: Relation, columns: readonly SqlColumn[]): string {
    const list = columns.map(({ name, type }) => `${this.#dialect.quote(name)} ${stored(type)}`)
    return `create or replace table ${this.#dialect.name(this.#placed(relation))} (${list.join(', ')})`
  }

  /** Where the session of a build finds it. */
  #placed({ database, schema, name }: Relation): Relation {
    return { database: database || this.#database, schema: schema || SCHEMA, name }
  }

  #nameOf(relation: Relation): string {
    const { database, schema, name } = this.#placed(relation)
    return `${database}.${schema}.${name}`.toLowerCase()
  }

  /** The table is there already. */
  note(relation: Relation, columns: readonly SqlColumn[]): void {
    this.relations.add(relation, columns)
    const texts = columns.flatMap(({ name, type }) => [name, type])
    const signature = [this.#nameOf(relation), ...texts].join('\0')
    for (const id of this.ownersOf(relation)) this.#signatures.set(id, signature)
  }

  /** What an answer depends on that may look at everything. */
  keyOfAll(texts: readonly string[]): string {
    return this.cache.keyOf([...texts, ...this.#signatures.values()])
  }

  /** What the answer to a query depends on. */
  #keyOf(text: string, declared: ReadonlySet<NodeId>): string {
    const inputs = [...declared].map((id) => `${id}\0${this.#signatures.get(id) ?? ''}`)
    return this.cache.keyOf([text, ...inputs])
  }

  /**
   * What a query gives, and where that comes from. A relation is the node that `declared` has, where several nodes are it. Throws a
   * DatabaseError with the place in the query.
   */
  async describe(
    { text }: TracedText,
    declared: ReadonlySet<NodeId>,
    { header = '' }: { readonly header?: string | undefined } = {},
  ): Promise<Described> {
    const key = this.#keyOf(`${header}\0${text}`, declared)
    const before = this.cache.find(key)
    if (before) return { ...before, reads: new Set(before.reads), problem: undefined }
    const { columns, uses, reads, problem } = await this.#ask(text, declared)
    const owners = new Map(
      reads.map((relation) => {
        const ids = this.ownersRead(relation)
        return [relation, ids.find((it) => declared.has(it)) ?? ids[0]]
      }),
    )
    const described: Described = {
      columns: columns.map(({ name, type, from }) => ({
        name,
        type: stored(type),
        from: toColumns(from, owners),
      })),
      uses: toColumns(uses, owners),
      reads: new Set([...owners.values()].flatMap((it) => it ?? [])),
      problem,
    }
    const isSettled = [...owners.values()].every((it) => it !== undefined && declared.has(it))
    if (isSettled && problem === undefined && columns.length > 0)
      this.cache.keep(key, {
        columns: described.columns,
        uses: described.uses,
        reads: [...described.reads],
      })
    return described
  }

  #ask(text: string, declared: ReadonlySet<NodeId>): Promise<QueryColumns> {
    const tables = new Set([...declared].flatMap((id) => this.#keys.get(id) ?? []))
    const plan = (sql: string) => this.engine.planOver(sql, tables)
    return describeQuery({ query: (sql) => this.engine.query(sql), plan }, text)
  }

  /**
   * Makes a function that queries can call from now on, and tells what a call of it gives. Throws a DatabaseError with the place in what
   * makes it; undefined where such a call cannot be understood.
   */
  async describeFunction(
    { id }: Model,
    { made, call }: { readonly made: TracedText; readonly call: string },
    declared: ReadonlySet<NodeId>,
  ): Promise<Described | undefined> {
    const header = made.text
    this.#signatures.set(id, header)
    if (this.cache.find(this.#keyOf(`${header}\0${call}`, declared))) this.engine.putOff(header)
    else await this.engine.execute(header)
    try {
      return await this.describe(TracedText.plain(call), declared, { header })
    } catch (error) {
      if (error instanceof DatabaseError) return undefined
      throw error
    }
  }

  /** Has a statement understood that gives nothing. */
  async explain({ text }: TracedText): Promise<Described> {
    try {
      await this.engine.query(`${EXPLAIN}${text}`)
    } catch (error) {
      throw error instanceof DatabaseError ? error.behind(EXPLAIN.length) : error
    }
    return nothing
  }

  /** Whether it is a statement at all. Throws a DatabaseError with the place where it is none. */
  async parse({ text }: TracedText): Promise<Described> {
    await (await this.engine.empty()).parse(text)
    return nothing
  }

  async describeText(sql: string): Promise<readonly SqlColumn[]> {
    const { rows } = await this.engine.query(`${DESCRIBE}${sql}`)
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

const nothing: Described = { columns: [], uses: [], reads: new Set(), problem: undefined }

const DESCRIBE = 'describe '
const EXPLAIN = 'explain '

/** Those of relations that are nodes of the project. */
function toColumns<How>(
  columns: readonly (ReadColumn & { readonly how: How })[],
  owners: ReadonlyMap<ReadRelation, NodeId | undefined>,
): readonly { readonly node: NodeId; readonly column: string; readonly how: How }[] {
  return columns.flatMap(({ relation, ...what }) => {
    const node = owners.get(relation)
    return node === undefined ? [] : [{ node, ...what }]
  })
}

/** A column that is NULL in all rows becomes one of numbers, as it does when a table is made of the query. */
function stored(type: string): string {
  return type.replaceAll('"NULL"', 'INTEGER')
}
