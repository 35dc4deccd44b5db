import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../data/index.ts'
import { remember, toHistory, type Audited } from './history.ts'

const run = (id: string, status: string, at: string, message = ''): JsonObject => ({
  unique_id: id,
  status,
  message,
  execution_time: 1,
  timing: [{ name: 'execute', completed_at: at }],
})

const results = (which: string, ...list: readonly JsonObject[]): JsonObject => ({
  metadata: { generated_at: '2026-03-02T08:00:00Z' },
  args: { which },
  elapsed_time: 3,
  results: list,
})

const kept: JsonObject = {
  metadata: {},
  last_run: { at: '2026-03-01T08:00:00Z', command: 'build', counts: { success: 1 } },
  nodes: { a: { runs: [{ status: 'success', at: '2026-03-01T08:00:00Z', seconds: 2 }] } },
}

const parts = {
  stats: {},
  audited: undefined,
  personal: new Set<string>(),
  children: new Map<string, readonly string[]>(),
  isKnown: () => true,
}

const runsOf = (history: JsonObject, id: string): JsonObject[] =>
  ((history['nodes'] as JsonObject)[id] as { runs: JsonObject[] }).runs

describe('without an audit log', () => {
  it('a run is added to those that are remembered', () => {
    const runResults = results('build', run('a', 'error', '2026-03-02T08:00:00Z', 'no'))
    const remembered = remember({ history: kept, runResults, sources: undefined })
    const history = toHistory({ ...parts, remembered })
    expect(runsOf(history, 'a').map((it) => it['status'])).toEqual(['error', 'success'])
    expect(history['last_run']).toMatchObject({ command: 'build', counts: { error: 1 } })
  })

  it('that SQL was compiled is no run', () => {
    const runResults = results('generate', run('a', 'success', '2026-03-02T08:00:00Z'))
    const remembered = remember({ history: kept, runResults, sources: undefined })
    const history = toHistory({ ...parts, remembered })
    expect(runsOf(history, 'a')).toHaveLength(1)
    expect(history['last_run']).toMatchObject({ at: '2026-03-01T08:00:00Z' })
  })

  it.each([
    ['2026-03-01T08:00:00.000000Z', 1],
    // The audit log, which is switched off by now, noted its end a moment later.
    ['2026-03-01T07:59:59.990Z', 1],
    ['2026-03-01T08:00:01Z', 2],
  ])('a run that is read twice is told once: %s, %i', (at, times) => {
    const runResults = results('build', run('a', 'success', at))
    const remembered = remember({ history: kept, runResults, sources: undefined })
    expect(runsOf(toHistory({ ...parts, remembered }), 'a')).toHaveLength(times)
  })

  it('nodes that are gone are forgotten', () => {
    const remembered = remember({ history: kept, runResults: undefined, sources: undefined })
    const history = toHistory({ ...parts, remembered, isKnown: () => false })
    expect(history['nodes']).toEqual({})
  })
})

const audited: Audited = {
  runs: {
    a: [{ status: 'error', at: '2026-03-03T08:00:00Z', message: `Conversion Error: 'Ann'` }],
  },
  loads: { a: [{ at: '2026-03-03T08:00:00Z', message: `Invalid Input Error: "ann@example.com"` }] },
  monitors: { a: [{ at: '2026-03-03T08:00:00Z', message: '3 is not below 2' }] },
  quarantine: {},
  alerts: [],
}

describe('with an audit log', () => {
  const remembered = remember({ history: kept, runResults: undefined, sources: undefined })

  it('what it says comes before what is remembered', () => {
    const history = toHistory({ ...parts, remembered, audited })
    expect(runsOf(history, 'a')).toEqual([
      { status: 'error', at: '2026-03-03T08:00:00Z', message: `Conversion Error: 'Ann'` },
    ])
  })

  it('messages about personal data name the kind of mistake only', () => {
    const history = toHistory({ ...parts, remembered, audited, personal: new Set(['a']) })
    const text = JSON.stringify(history)
    expect(text).not.toMatch(/Ann|ann@/)
    expect(text).toContain('Conversion Error; its words are not shown')
    expect(text).toContain('Invalid Input Error; its words')
    expect(text).toContain('3 is not below 2')
  })

  it('so do messages about what is made from it', () => {
    const children = new Map([['source', ['a']]])
    const personal = new Set(['source'])
    const text = JSON.stringify(toHistory({ ...parts, remembered, audited, personal, children }))
    expect(text).not.toMatch(/Ann|ann@/)
  })
})
