import { describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import type { RecordedRelation, Recording } from './recording.ts'
import { reportLines } from './report.ts'

const orders: RecordedRelation = {
  type: 'table',
  columns: [['id', 'INTEGER']],
  rows: 2,
  columnsOfTheRun: [],
  checksums: { id: '7' },
  checksum: '7',
  content: ['1', '2'],
}

const recording: Recording = {
  tool: 'dbt-core 1.12.6',
  steps: [
    {
      line: 'build',
      exitCode: 0,
      results: { 'model.shop.orders': { status: 'success', failures: null, compiled: 'select 1' } },
    },
  ],
  nodes: {
    'model.shop.orders': { name: 'orders', config: { tags: ['a'], materialized: 'table' } },
  },
  disabled: [],
  relations: { 'db.main.orders': orders },
  details: [],
}

function differencesTo(found: Partial<Recording>): readonly string[] {
  const { differences } = compare(recording, { ...recording, ...found })
  return differences.map(({ area, subject, what }) => `${area} | ${subject} | ${what}`)
}

describe('compare', () => {
  it('finds nothing in a recording and itself', () => {
    const comparison = compare(recording, recording)
    expect(comparison.differences).toEqual([])
    expect(comparison.compared.nodes).toBe(2)
    expect(reportLines(comparison, [recording, recording]).at(-1)).toBe(
      'btn made what dbt-core 1.12.6 made.',
    )
  })

  it('names the key of a node that differs, not the whole node', () => {
    const config = { tags: ['a', 'b'], materialized: 'table' }
    const nodes = { 'model.shop.orders': { name: 'orders', config } }
    expect(differencesTo({ nodes })).toEqual(['nodes | model.shop.orders | config: tags: + b'])
  })

  it('takes the lists that dbt makes of sets for sets', () => {
    const node = (...sources: readonly string[]) => ({ m: { sources, name: 'm' } })
    const [left, right] = [node('a', 'b'), node('b', 'a')]
    const compared = compare({ ...recording, nodes: left }, { ...recording, nodes: right })
    expect(compared.differences).toEqual([])
    expect(
      compare({ ...recording, nodes: left }, { ...recording, nodes: node('b') }).differences,
    ).toHaveLength(1)
  })

  it('compares no lists where the command failed', () => {
    const failed = { line: 'ls', exitCode: 2, results: {}, listed: ['our words'] }
    const steps = [{ ...failed, listed: ['other words'] }]
    expect(compare({ ...recording, steps: [failed] }, { ...recording, steps }).differences).toEqual(
      [],
    )
  })

  it('shows the rows that differ where they are few, else the columns', () => {
    const changed = { ...orders, content: ['1', '3'], checksums: { id: '8' }, checksum: '8' }
    expect(differencesTo({ relations: { 'db.main.orders': changed } })).toEqual([
      'relations | db.main.orders | content: - 2',
      'relations | db.main.orders | content: + 3',
    ])
    const { content: _, ...large } = changed
    expect(differencesTo({ relations: { 'db.main.orders': large } })).toEqual([
      'relations | db.main.orders | checksum: 7 → 8',
      'relations | db.main.orders | checksums: id: 7 → 8',
    ])
  })

  it('says what is missing and what is too much', () => {
    expect(differencesTo({ relations: { 'db.main.other': orders } })).toEqual([
      'relations | db.main.orders | missing',
      'relations | db.main.other | only btn has it',
    ])
  })

  it('compares statuses, compiled SQL and exit codes', () => {
    const step = {
      line: 'build',
      exitCode: 1,
      results: { 'model.shop.orders': { status: 'error', failures: null, compiled: 'select 2' } },
    }
    expect(differencesTo({ steps: [step] })).toEqual([
      'exit codes | build | 0 → 1',
      'results | model.shop.orders (build) | status: success → error',
      'compiled SQL | model.shop.orders (build) | select 1 → select 2',
    ])
  })
})
