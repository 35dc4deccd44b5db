import { DatabaseError, type Relation, type SchemaName, type SqlColumn } from '@btn/adapter'
import { TracedText } from '@btn/diagnostics'
import type { Node } from '../../types/index.ts'
import { Answers, nothing, stored, type Described } from './answers.ts'
import type { BoundCache } from './bound-cache.ts'
import type { CheckInput } from './check-input.ts'
import type { Engine } from './engine.ts'
import { KnownRelations } from './known-relations.ts'
import { relationOf } from './node-relation.ts'
import { Owners } from './owners.ts'

/** Empty tables in memory, one for each node whose columns are known. */
export class Catalogue {
  readonly engine: Engine
  readonly cache: BoundCache
  readonly owners: Owners
  /** What the engine says of queries over the tables. */
  readonly answers: Answers
  readonly relations = new KnownRelations()
  readonly #quote: (name: string) => string

  constructor(engine: Engine, cache: BoundCache, input: CheckInput) {
    this.engine = engine
    this.cache = cache
    this.owners = new Owners(input)
    this.answers = new Answers(engine, cache, this.owners)
    this.#quote = (name) => input.dialect.quote(name)
  }

  makeSchema(of: SchemaName): void {
    const name = this.owners.write({ ...of, name: '' })
    this.engine.putOff(`create schema if not exists ${name}`)
  }

  /** From now on queries can read it. */
  make(relation: Relation, columns: readonly SqlColumn[]): void {
    this.engine.putOff(this.#createTable(relation, columns), this.owners.keyOf(relation))
    this.note(relation, columns)
  }

  /** The same where the types are not the engine's own words: gives them as it has them. Throws a DatabaseError for one that it does not know. */
  async makeAs(relation: Relation, columns: readonly SqlColumn[]): Promise<readonly SqlColumn[]> {
    const made = await this.learn(['table', ...textsOf(columns)], async () => {
      await this.engine.execute(this.#createTable(relation, columns))
      return this.columnsOf(relation)
    })
    this.make(relation, made)
    return made
  }

  /** The table is there already. */
  note(relation: Relation, columns: readonly SqlColumn[]): void {
    this.relations.add(relation, columns)
    const signature = textsOf(columns).join('\0')
    for (const id of this.owners.of(relation)) this.answers.note(id, signature)
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
    return this.describeText(`select * from ${this.owners.write(relation)}`)
  }

  /** What stands for an ephemeral model in a query. */
  selectAll(node: Node): TracedText {
    const relation = relationOf(node)
    if (!relation) throw new Error(`${node.id} is no relation`)
    return TracedText.plain(`select * from ${this.owners.write(relation)}`)
  }

  #createTable(relation: Relation, columns: readonly SqlColumn[]): string {
    const list = columns.map(({ name, type }) => `${this.#quote(name)} ${stored(type)}`)
    return `create or replace table ${this.owners.write(relation)} (${list.join(', ')})`
  }
}

const DESCRIBE = 'describe '
const EXPLAIN = 'explain '

function textsOf(columns: readonly SqlColumn[]): readonly string[] {
  return columns.flatMap(({ name, type }) => [name, type])
}
