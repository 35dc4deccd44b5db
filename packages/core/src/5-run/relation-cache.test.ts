import {
  createDialect,
  type Catalog,
  type Connection,
  type Relation,
  type SchemaName,
} from '@btn/adapter'
import { describe, expect, it } from 'vitest'
import { createRelationStore } from './relation-cache.ts'

const dialect = createDialect({
  macroPrefixes: ['test'],
  hasTransactionalDdl: true,
  isSameName: (left, right) => left.toLowerCase() === right.toLowerCase(),
})
const connection: Connection = {
  execute: () => Promise.reject(new Error('unexpected')),
  query: () => Promise.reject(new Error('unexpected')),
  interrupt: () => undefined,
  close: () => Promise.resolve(),
}

const orders: Relation = { database: 'db', schema: 'main', name: 'Orders', type: 'table' }
const other: Relation = { ...orders, schema: 'other', name: 'x', type: 'view' }

function open() {
  const asked: string[] = []
  const catalog: Catalog = {
    listRelations: () => Promise.reject(new Error('unexpected')),
    listRelationsIn(_, schemas: readonly SchemaName[]) {
      asked.push(schemas.map((it) => it.schema).join('+'))
      const found = [orders, other].filter((it) => schemas.some((s) => s.schema === it.schema))
      return Promise.resolve(found)
    },
    listSchemas: () => Promise.resolve([]),
    listColumns: () => Promise.resolve([]),
    listDetails: () => Promise.resolve([]),
    listSizes: () => Promise.resolve([]),
    listFileSizes: () => Promise.resolve([]),
    summarize: () => Promise.reject(new Error('unexpected')),
  }
  const store = createRelationStore(catalog, dialect)
  const state = { isInTransaction: false }
  return { asked, store, state, view: store.view(connection, () => state.isInTransaction) }
}

describe('createRelationStore', () => {
  it('asks once for what is needed', async () => {
    const { asked, store, view } = open()
    await store.load(connection, [orders, other])
    await store.load(connection, [orders])
    expect(view.find({ ...orders, name: 'ORDERS' })).toEqual(orders)
    expect(view.find({ ...orders, name: 'nope' })).toBeUndefined()
    expect(asked).toEqual(['main+other'])
  })

  it('asks later for what it was not told of, once', async () => {
    const { asked, view } = open()
    const found = await Promise.all([view.find(other), view.find(other)])
    expect(found).toEqual([other, other])
    expect(await view.list('db', 'other')).toEqual([other])
    expect(asked).toEqual(['other'])
  })

  it('follows what is made, renamed and dropped', async () => {
    const { store, view } = open()
    await store.load(connection, [orders])
    const made: Relation = { ...orders, name: 'made', type: 'view' }
    view.add(made)
    expect(view.find({ ...made, name: 'MADE' })).toEqual(made)
    const { type: _, ...untyped } = made
    view.rename(made, { ...untyped, name: 'renamed' })
    expect(view.find(made)).toBeUndefined()
    expect(view.find({ ...made, name: 'renamed' })).toMatchObject({ name: 'renamed', type: 'view' })
    view.drop(orders)
    expect(view.find(orders)).toBeUndefined()
    view.dropSchema('db', 'main')
    expect(view.list('db', 'main')).toEqual([])
  })

  it('takes back what a transaction did when it is rolled back', async () => {
    const { store, view, state } = open()
    await store.load(connection, [orders])
    const made: Relation = { ...orders, name: 'made' }
    view.add(made)
    state.isInTransaction = true
    view.drop(made)
    view.rename(orders, { ...orders, name: 'old' })
    view.dropSchema('db', 'main')
    state.isInTransaction = false
    view.undoChanges()
    expect(view.list('db', 'main')).toEqual([orders, made])
  })

  it('keeps what was committed', async () => {
    const { store, view, state } = open()
    await store.load(connection, [orders])
    state.isInTransaction = true
    view.drop(orders)
    view.keepChanges()
    view.undoChanges()
    expect(view.find(orders)).toBeUndefined()
  })
})
