import { expect, test } from 'vitest'
import { nastyNames, nastyTexts } from './nasty.ts'
import { SCHEMA, type Subject } from './subject.ts'

/** Whatever is quoted comes back as it was. */
export function testNames(subject: Subject): void {
  const { dialect } = subject
  test.each(nastyNames)('a column called %j', async (name) => {
    const { columns } = await subject.connection.query(`select 1 as ${dialect.quote(name)}`)
    expect(columns.map((column) => column.name)).toEqual([name])
  })

  test.each(nastyNames)('a table called %j', async (name) => {
    await subject.connection.execute(`create table ${subject.named(name)} as select 1 as a`)
    const found = await subject.database.catalog.listRelations(
      subject.connection,
      subject.databaseName,
      SCHEMA,
    )
    expect(found).toEqual([{ ...subject.relation(name), type: 'table' }])
    expect(
      (await subject.database.catalog.listColumns(subject.connection, subject.relation(name)))
        .length,
    ).toBe(1)
    await subject.connection.execute(`drop table ${subject.named(name)}`)
  })

  test.each(nastyTexts.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
    'the text %s',
    async (_shown, text) => {
      expect(await subject.cell(`select ${dialect.literal(text)}`)).toBe(text)
    },
  )

  test('text that no database holds is refused before it is sent', () => {
    expect(() => dialect.literal('a\0b')).toThrow('NUL')
    expect(() => dialect.quote('a\0b')).toThrow('NUL')
  })

  const numbers = [0, 1, -1, 2 ** 31, -(2 ** 53), 0.1, -2.5e-7, 1e300, -0]
  test.each(numbers)('the number %d', async (number) => {
    expect(await subject.cell(`select cast(${dialect.literal(number)} as double precision)`)).toBe(
      number,
    )
  })

  test.each([NaN, Infinity, -Infinity])('the number %d', async (number) => {
    expect(await subject.cell(`select ${dialect.literal(number)}`)).toBe(number)
  })

  test.each([true, false, null])('the word %s', async (value) => {
    expect(await subject.cell(`select ${dialect.literal(value)}`)).toBe(value)
  })

  test('whole numbers beyond the exact ones of JavaScript', async () => {
    const big = 9007199254740993n
    expect(await subject.cell(`select cast(${dialect.literal(big)} as bigint)`)).toBe(big)
  })
}
