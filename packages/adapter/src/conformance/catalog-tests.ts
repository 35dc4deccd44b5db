import { expect, test } from 'vitest'
import { SCHEMA, type Subject } from './subject.ts'

export function testCatalog(subject: Subject): void {
  test('tables, views and columns, in order', async () => {
    const { catalog } = subject.database
    await subject.connection.execute(
      `create table ${subject.named('a_table')} (one integer, two varchar)`,
    )
    await subject.connection.execute(
      `create view ${subject.named('b_view')} as select two from ${subject.named('a_table')}`,
    )
    const found = await catalog.listRelationsIn(subject.connection, [
      { database: subject.databaseName, schema: SCHEMA },
      { database: subject.databaseName, schema: 'btn_nowhere' },
    ])
    expect([...found].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { ...subject.relation('a_table'), type: 'table' },
      { ...subject.relation('b_view'), type: 'view' },
    ])
    const columns = await catalog.listColumns(subject.connection, subject.relation('a_table'))
    expect(columns.map((column) => column.name)).toEqual(['one', 'two'])
    expect(await catalog.listSchemas(subject.connection, subject.databaseName)).toContain(SCHEMA)
  })

  test('what does not exist is empty', async () => {
    const { catalog } = subject.database
    expect(
      await catalog.listRelations(subject.connection, subject.databaseName, 'btn_nowhere'),
    ).toEqual([])
    expect(await catalog.listColumns(subject.connection, subject.relation('nothing'))).toEqual([])
  })
}
