import { expect, it } from 'vitest'
import { MemoryHost } from '../memory-host.ts'
import { readPreviousRun } from './previous-run.ts'

function read(text: string) {
  const host = new MemoryHost()
  host.writeText('/p/target/run_results.json', text)
  return readPreviousRun(host, '/p/target')
}

it('reads statuses, batches and the beginning', () => {
  const pair = ['2024-01-01T00:00:00+00:00', '2024-01-02T00:00:00+00:00']
  const { value } = read(
    JSON.stringify({
      metadata: { invocation_started_at: '2024-03-01T10:00:00.123456Z' },
      args: { which: 'run' },
      results: [
        { unique_id: 'model.p.a', status: 'error', batch_results: null },
        {
          unique_id: 'model.p.b',
          status: 'partial success',
          batch_results: { successful: [pair], failed: [] },
        },
      ],
    }),
  )
  expect(value?.startedAt.toISOString()).toBe('2024-03-01T10:00:00.123Z')
  const interval = { start: new Date('2024-01-01Z'), end: new Date('2024-01-02Z') }
  expect(value?.results).toEqual([
    { node: 'model.p.a', status: 'error', batches: undefined },
    {
      node: 'model.p.b',
      status: 'partial success',
      batches: { successful: [interval], failed: [] },
    },
  ])
})

it.each([
  ['{', 'JSON'],
  ['[]', 'no results of a run'],
  ['{"results": 1}', 'no results of a run'],
])('says what is wrong with %s', (text, problem) => {
  expect(read(text).diagnostics).toMatchObject([
    { code: 'state-unreadable', message: expect.stringContaining(problem) },
  ])
})

it('finds nothing where there is nothing', () => {
  expect(readPreviousRun(new MemoryHost(), '/p/target')).toEqual({
    value: undefined,
    diagnostics: [],
  })
})
