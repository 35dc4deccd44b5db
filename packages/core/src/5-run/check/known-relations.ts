import type { Relation, SqlColumn } from '@btn/adapter'
import { schemaKey, type RelationStore, type RelationView } from '../relation-cache.ts'

/** The relations of a check, for templates that ask what there is. Nothing that they drop or rename goes away. */
export class KnownRelations implements RelationStore {
  readonly #schemas = new Map<string, Map<string, Relation>>()
  readonly #columns = new Map<string, readonly SqlColumn[]>()

  add(relation: Relation, columns?: readonly SqlColumn[]): void {
    const schema = schemaKey(relation)
    const names = this.#schemas.get(schema) ?? new Map<string, Relation>()
    this.#schemas.set(schema, names)
    names.set(relation.name.toLowerCase(), { ...relation, type: 'table' })
    if (columns) this.#columns.set(keyOf(relation), columns)
  }

  find(relation: Relation): Relation | undefined {
    return this.#schemas.get(schemaKey(relation))?.get(relation.name.toLowerCase())
  }

  columnsOf(relation: Relation): readonly SqlColumn[] | undefined {
    return this.#columns.get(keyOf(relation))
  }

  load(): Promise<void> {
    return Promise.resolve()
  }

  view(): RelationView {
    const nothing = () => undefined
    return {
      find: (relation) => this.find(relation),
      list: (database, schema) => [
        ...(this.#schemas.get(schemaKey({ database, schema }))?.values() ?? []),
      ],
      add: nothing,
      drop: nothing,
      rename: nothing,
      dropSchema: nothing,
      keepChanges: nothing,
      undoChanges: nothing,
    }
  }
}

function keyOf(relation: Relation): string {
  return `${schemaKey(relation)}\0${relation.name}`.toLowerCase()
}
