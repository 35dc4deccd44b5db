import { DatabaseError, type Connection, type SqlTable } from '@btn/adapter'
import { describe, expect, it } from 'vitest'
import { PlanQueue } from './plan-queue.ts'

/** Answers with the texts between quotes. */
function fakeConnection(refuses: (sql: string) => boolean = () => false) {
  const sent: string[][] = []
  const query = async (sql: string): Promise<SqlTable> => {
    const texts = [...sql.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '')
    sent.push(texts)
    await Promise.resolve()
    if (refuses(sql)) throw new DatabaseError('INTERNAL Error: no')
    return { columns: [], rows: texts.map((text) => [`plan of ${text}`]) }
  }
  const connection: Connection = {
    query,
    execute: () => Promise.reject(new Error('nothing is executed')),
    interrupt: () => undefined,
    close: () => Promise.resolve(),
  }
  return { connection, sent }
}

const none: ReadonlySet<string> = new Set()

describe('the queue of plans', () => {
  it('asks together what comes together, and gives each its answer', async () => {
    const { connection, sent } = fakeConnection()
    const needed: string[][] = []
    const queue = new PlanQueue((tables) => {
      needed.push([...tables])
      return Promise.resolve(connection)
    })
    const answers = [
      queue.ask('one', new Set(['a', 'b'])),
      queue.ask('two', new Set(['b', 'c'])),
      queue.ask('three', none),
    ]
    expect(await Promise.all(answers)).toEqual(['plan of one', 'plan of two', 'plan of three'])
    expect(sent).toEqual([['one', 'two', 'three']])
    expect(needed).toEqual([['a', 'b', 'c']])
    expect(await queue.ask('four', none)).toBe('plan of four')
  })

  it('asks one by one when the engine refuses them together', async () => {
    const { connection, sent } = fakeConnection((sql) => sql.includes('bad'))
    const queue = new PlanQueue(() => Promise.resolve(connection))
    const [good, bad, other] = await Promise.allSettled(
      ['good', 'bad', 'other'].map((it) => queue.ask(it, none)),
    )
    expect(good).toMatchObject({ value: 'plan of good' })
    expect(bad).toMatchObject({ reason: { message: 'INTERNAL Error: no' } })
    expect(other).toMatchObject({ value: 'plan of other' })
    expect(sent).toEqual([['good', 'bad', 'other'], ['good'], ['bad'], ['other']])
  })

  it('has a full handful asked while another is under way, and never one by one', async () => {
    const { connection, sent } = fakeConnection()
    const underWay: number[] = []
    let now = 0
    const slow: Connection = {
      ...connection,
      query: async (sql) => {
        underWay.push(++now)
        await new Promise((done) => setTimeout(done, 5))
        now--
        return connection.query(sql)
      },
    }
    const queue = new PlanQueue(() => Promise.resolve(slow))
    const texts = Array.from({ length: 36 }, (_, index) => `q${index}`)
    const answers = await Promise.all(texts.map((it) => queue.ask(it, none)))
    expect(answers).toEqual(texts.map((it) => `plan of ${it}`))
    expect(sent.map((it) => it.length)).toEqual([16, 16, 4])
    expect(underWay).toEqual([1, 2, 1])
  })
})
