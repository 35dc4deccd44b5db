import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Subject } from './subject.ts'

export function testSeeds(subject: Subject): void {
  test('a file becomes a typed table, and its rows are exchanged', async () => {
    const path = join(subject.folder, 'seed.csv')
    const request = {
      relation: subject.relation('seed'),
      path,
      delimiter: ',',
      columnTypes: { code: 'varchar(10)' },
    }
    writeFileSync(path, 'id,code,price,day\n1,007,1.5,2024-02-29\n2,,,\n')
    const first = await subject.database.loadSeed(subject.connection, request)
    expect([first.rowsAffected, first.message]).toEqual([2, 'INSERT 2'])
    expect(await subject.rowsOf(`select * from ${subject.named('seed')} order by id`)).toEqual([
      [1n, '007', 1.5, { kind: 'date', text: '2024-02-29' }],
      [2n, null, null, null],
    ])
    writeFileSync(path, 'id,code,price,day\n3,x,2,2024-03-01\n')
    await subject.database.loadSeed(subject.connection, { ...request, existing: 'table' })
    expect(await subject.rowsOf(`select id from ${subject.named('seed')}`)).toEqual([[3n]])
  })
}
