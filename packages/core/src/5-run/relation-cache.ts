import type { Catalog, Connection, Dialect, Relation, SchemaName } from '@btn/adapter'
import type { Awaitable, RelationCache } from '../context/runtime.ts'

/** Relations of one schema by folded name; names that only fold to the same share an entry. */
type Names = Map<string, readonly Relation[]>

interface Change {
  readonly schema: string
  /** Undefined when the whole schema was dropped. */
  readonly name: string | undefined
  readonly before: readonly Relation[] | Names | undefined
}

/** What exists in the schemas of the run. One for the whole run; each session sees it through a view of its own. */
export interface RelationStore {
  /** Lists the schemas with one question. */
  load(connection: Connection, schemas: readonly SchemaName[]): Promise<void>
  view(connection: Connection, isInTransaction: () => boolean): RelationView
}

/** A session's view: it can take back what was changed inside a transaction that did not end well. */
export interface RelationView extends RelationCache {
  keepChanges(): void
  undoChanges(): void
}

export function createRelationStore(catalog: Catalog, dialect: Dialect): RelationStore {
  const store = new Store(catalog, dialect)
  return {
    load: (connection, schemas) => store.load(connection, schemas),
    view: (connection, isInTransaction) => new View(store, connection, isInTransaction),
  }
}

class Store {
  readonly schemas = new Map<string, Names>()
  readonly #pending = new Map<string, Promise<void>>()
  readonly #catalog: Catalog
  readonly #dialect: Dialect

  constructor(catalog: Catalog, dialect: Dialect) {
    this.#catalog = catalog
    this.#dialect = dialect
  }

  async load(connection: Connection, wanted: readonly SchemaName[]): Promise<void> {
    const missing = wanted.filter((it) => !this.schemas.has(schemaKey(it)))
    if (missing.length === 0) return
    const found = await this.#catalog.listRelationsIn(connection, missing)
    for (const it of missing) {
      if (!this.schemas.has(schemaKey(it))) this.schemas.set(schemaKey(it), new Map())
    }
    for (const relation of found) {
      const names = this.schemas.get(schemaKey(relation))
      const key = relation.name.toLowerCase()
      names?.set(key, [...(names.get(key) ?? []), relation])
    }
  }

  /** Reads at once what is known, else after asking the database once. */
  whenLoaded<T>(connection: Connection, schema: SchemaName, read: () => T): Awaitable<T> {
    const key = schemaKey(schema)
    if (this.schemas.has(key)) return read()
    const work =
      this.#pending.get(key) ??
      this.load(connection, [schema]).finally(() => this.#pending.delete(key))
    this.#pending.set(key, work)
    return work.then(read)
  }

  find(relation: Relation): Relation | undefined {
    const names = this.schemas.get(schemaKey(relation))
    return names?.get(relation.name.toLowerCase())?.find((it) => this.isSame(it, relation))
  }

  list(schema: SchemaName): readonly Relation[] {
    return [...(this.schemas.get(schemaKey(schema))?.values() ?? [])].flat()
  }

  isSame(left: Relation, right: Relation): boolean {
    return this.#dialect.isSameName(left.name, right.name)
  }
}

class View implements RelationView {
  readonly #store: Store
  readonly #connection: Connection
  readonly #isInTransaction: () => boolean
  #journal: Change[] = []

  constructor(store: Store, connection: Connection, isInTransaction: () => boolean) {
    this.#store = store
    this.#connection = connection
    this.#isInTransaction = isInTransaction
  }

  find(relation: Relation): Awaitable<Relation | undefined> {
    // Temporary relations belong to a connection and are in no schema.
    if (relation.schema === '') return undefined
    return this.#store.whenLoaded(this.#connection, relation, () => this.#store.find(relation))
  }

  list(database: string, schema: string): Awaitable<readonly Relation[]> {
    const name = { database, schema }
    return this.#store.whenLoaded(this.#connection, name, () => this.#store.list(name))
  }

  add(relation: Relation): void {
    this.#put(relation, true)
  }

  drop(relation: Relation): void {
    this.#put(relation, false)
  }

  rename(from: Relation, to: Relation): void {
    const type = to.type ?? this.#store.find(from)?.type
    this.#put(from, false)
    this.#put(type ? { ...to, type } : to, true)
  }

  dropSchema(database: string, schema: string): void {
    const key = schemaKey({ database, schema })
    this.#note({ schema: key, name: undefined, before: this.#store.schemas.get(key) })
    this.#store.schemas.set(key, new Map())
  }

  keepChanges(): void {
    this.#journal = []
  }

  undoChanges(): void {
    for (const change of this.#journal.reverse()) undo(this.#store.schemas, change)
    this.#journal = []
  }

  #put(relation: Relation, isThere: boolean): void {
    const schema = schemaKey(relation)
    const names = this.#store.schemas.get(schema)
    if (!names) return
    const name = relation.name.toLowerCase()
    const before = names.get(name)
    this.#note({ schema, name, before })
    const others = (before ?? []).filter((other) => !this.#store.isSame(other, relation))
    names.set(name, isThere ? [...others, relation] : others)
  }

  #note(change: Change): void {
    if (this.#isInTransaction()) this.#journal.push(change)
  }
}

function undo(schemas: Map<string, Names>, { schema, name, before }: Change): void {
  if (before instanceof Map) schemas.set(schema, before)
  else if (name !== undefined) schemas.get(schema)?.set(name, before ?? [])
}

/** The same for all ways to write the schema. */
export function schemaKey({ database, schema }: SchemaName): string {
  return `${database}\0${schema}`.toLowerCase()
}
