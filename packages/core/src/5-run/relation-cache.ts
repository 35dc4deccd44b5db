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
  const schemas = new Map<string, Names>()
  const pending = new Map<string, Promise<void>>()

  const load = async (connection: Connection, wanted: readonly SchemaName[]): Promise<void> => {
    const missing = wanted.filter((it) => !schemas.has(schemaKey(it)))
    if (missing.length === 0) return
    const found = await catalog.listRelationsIn(connection, missing)
    for (const it of missing) if (!schemas.has(schemaKey(it))) schemas.set(schemaKey(it), new Map())
    for (const relation of found) {
      const names = schemas.get(schemaKey(relation))
      const key = relation.name.toLowerCase()
      names?.set(key, [...(names.get(key) ?? []), relation])
    }
  }
  const loadOnce = (connection: Connection, schema: SchemaName): Promise<void> => {
    const key = schemaKey(schema)
    const work = pending.get(key) ?? load(connection, [schema]).finally(() => pending.delete(key))
    pending.set(key, work)
    return work
  }
  const isSame = (left: Relation, right: Relation): boolean =>
    dialect.isSameName(left.name, right.name)

  return {
    load,
    view(connection, isInTransaction) {
      let journal: Change[] = []
      const put = (relation: Relation, isThere: boolean): void => {
        const schema = schemaKey(relation)
        const names = schemas.get(schema)
        if (!names) return
        const name = relation.name.toLowerCase()
        const before = names.get(name)
        if (isInTransaction()) journal.push({ schema, name, before })
        const others = (before ?? []).filter((other) => !isSame(other, relation))
        names.set(name, isThere ? [...others, relation] : others)
      }
      const lookUp = (relation: Relation): Relation | undefined =>
        schemas
          .get(schemaKey(relation))
          ?.get(relation.name.toLowerCase())
          ?.find((other) => isSame(other, relation))
      const whenLoaded = <T>(schema: SchemaName, read: () => T): Awaitable<T> =>
        schemas.has(schemaKey(schema)) ? read() : loadOnce(connection, schema).then(read)

      return {
        find: (relation) =>
          relation.schema === '' ? undefined : whenLoaded(relation, () => lookUp(relation)),
        list: (database, schema) =>
          whenLoaded({ database, schema }, () =>
            [...(schemas.get(schemaKey({ database, schema }))?.values() ?? [])].flat(),
          ),
        add: (relation) => put(relation, true),
        drop: (relation) => put(relation, false),
        rename(from, to) {
          const type = to.type ?? lookUp(from)?.type
          put(from, false)
          put(type ? { ...to, type } : to, true)
        },
        dropSchema(database, schema) {
          const key = schemaKey({ database, schema })
          if (isInTransaction()) {
            journal.push({ schema: key, name: undefined, before: schemas.get(key) })
          }
          schemas.set(key, new Map())
        },
        keepChanges: () => void (journal = []),
        undoChanges() {
          for (const change of journal.reverse()) undo(schemas, change)
          journal = []
        },
      }
    },
  }
}

function undo(schemas: Map<string, Names>, { schema, name, before }: Change): void {
  if (before instanceof Map) schemas.set(schema, before)
  else if (name !== undefined) schemas.get(schema)?.set(name, before ?? [])
}

function schemaKey({ database, schema }: SchemaName): string {
  return `${database}\0${schema}`.toLowerCase()
}
