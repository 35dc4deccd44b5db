import { expect, it } from 'vitest'
import { readResults } from './read-artifacts.ts'

it('has words in compiled SQL for what is another in each run, and leaves other times alone', () => {
  const startedAt = new Date(Date.now() - 5000)
  const within = new Date(startedAt.getTime() + 1000).toISOString().slice(0, -1)
  const sql = `select 'run-1', '${within}+00:00', '${within.slice(0, 19).replace('T', ' ')}', '9999-12-31 00:00:00', '2020-01-01 10:00:00'`
  const result = { unique_id: 'model.shop.orders', status: 'success', compiled_code: sql }
  const read = readResults({ metadata: { invocation_id: 'run-1' }, results: [result] }, startedAt)
  expect(read['model.shop.orders']?.compiled).toBe(
    "select '<run>', '<now>+00:00', '<now>', '9999-12-31 00:00:00', '2020-01-01 10:00:00'",
  )
})
