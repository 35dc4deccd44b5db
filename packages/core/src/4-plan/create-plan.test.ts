import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command, Manifest, NodeId, Plan } from '../types/index.ts'
import { createPlan } from './create-plan.ts'
import { projectOf, type NodeSpec } from './test-support.ts'

const specs: Readonly<Record<string, NodeSpec>> = {
  'seed.shop.raw': {},
  'source.shop.app.events': {},
  'model.shop.stg': { parents: ['seed.shop.raw'] },
  'model.shop.eph': { parents: ['model.shop.stg'], config: { materialized: 'ephemeral' } },
  'model.shop.mart': {
    parents: ['model.shop.eph', 'source.shop.app.events'],
    config: { materialized: 'table' },
  },
  'model.shop.side': { parents: ['model.shop.stg'] },
  'test.shop.unique_stg': { parents: ['model.shop.stg'], generic: 'unique' },
  'test.shop.fresh_events': { parents: ['source.shop.app.events'], generic: 'fresh' },
  'test.shop.both': { parents: ['model.shop.mart', 'model.shop.side'] },
  'operation.shop.start0': {},
  'operation.shop.start1': {},
  'operation.aaa.start0': {},
  'operation.zzz.end0': {},
  'operation.shop.end0': {},
}
const manifest = projectOf(specs)

function planOf(
  command: Command,
  select: readonly string[] = [],
  exclude: readonly string[] = [],
): Plan {
  return createPlan(manifest, { select, exclude }, { command }).value
}

/** `kind name after a b`, one line per step. */
function show(plan: Plan): string[] {
  const name = (id: NodeId): string => id.split('.').at(-1) ?? ''
  return plan.steps.map((step) => {
    const after = step.after.length > 0 ? ` after ${step.after.map(name).join(' ')}` : ''
    return `${step.kind} ${name(step.node)}${after}`
  })
}

describe('a plan', () => {
  const cases: readonly (readonly [Command, readonly string[], readonly string[]])[] = [
    [
      'build',
      [],
      [
        'load-seed raw',
        'run-test fresh_events',
        'materialize stg after raw',
        'run-test unique_stg after stg',
        'materialize side after stg unique_stg',
        'materialize mart after fresh_events stg unique_stg',
        'run-test both after mart side',
      ],
    ],
    ['run', [], ['materialize stg', 'materialize side after stg', 'materialize mart after stg']],
    ['run', ['mart'], ['materialize mart']],
    ['seed', [], ['load-seed raw']],
    ['test', [], ['run-test both', 'run-test fresh_events', 'run-test unique_stg']],
    [
      'build',
      ['raw', 'mart'],
      ['load-seed raw', 'materialize mart after raw', 'run-test both after mart'],
    ],
    ['build', ['eph'], []],
    ['show', ['eph'], ['compile-node eph']],
    ['show', ['stg'], ['compile-node stg']],
    ['show', ['unique_stg'], ['compile-node unique_stg']],
    [
      'compile',
      ['+mart'],
      [
        'compile-node raw',
        'compile-node fresh_events',
        'compile-node stg after raw',
        'compile-node eph after stg',
        'compile-node unique_stg after stg',
        'compile-node mart after eph',
        'compile-node both after mart stg',
      ],
    ],
    ['list', [], []],
  ]
  it.each(cases)('%s %j', (command, select, expected) => {
    expect(show(planOf(command, select))).toEqual(expected)
  })

  it('says how each model is built', () => {
    const steps = planOf('run').steps
    expect(steps.map((step) => step.kind === 'materialize' && step.materialization)).toEqual([
      'view',
      'view',
      'table',
    ])
  })

  it('renders at run time what asks the database', () => {
    const asksDatabase = (node: { name: string }): string | undefined =>
      node.name === 'mart' ? 'run_query' : undefined
    const selection = { select: ['stg', 'mart'], exclude: [] }
    const plan = createPlan(manifest, selection, { command: 'run', asksDatabase }).value
    expect(plan.steps.map((step) => step.kind === 'materialize' && step.rendering)).toEqual([
      { when: 'at-plan' },
      { when: 'at-run', because: 'run_query' },
    ])
  })

  it('runs the hooks of the project before those of packages, as dbt does', () => {
    const names = (hooks: Plan['onRunStart']): string => hooks.map((hook) => hook.node).join(' ')
    const plan = planOf('build')
    expect(names(plan.onRunStart)).toBe(
      'operation.shop.start0 operation.shop.start1 operation.aaa.start0',
    )
    expect(names(plan.onRunEnd)).toBe('operation.shop.end0 operation.zzz.end0')
  })

  it('runs no hooks where nothing is built', () => {
    for (const plan of [planOf('build', ['nope']), planOf('compile'), planOf('list')]) {
      expect(plan.onRunStart).toEqual([])
    }
  })
})

/** Who waits for whom, in all pairs: node → everything before it. */
function closure(plan: Plan): ReadonlyMap<NodeId, ReadonlySet<NodeId>> {
  const above = new Map<NodeId, Set<NodeId>>()
  for (const { node, after } of plan.steps) {
    above.set(node, new Set(after.flatMap((id) => [id, ...(above.get(id) ?? [])])))
  }
  return above
}

function ancestors(manifest: Manifest): ReadonlyMap<NodeId, ReadonlySet<NodeId>> {
  const above = new Map<NodeId, Set<NodeId>>()
  for (const id of manifest.order) {
    const parents = manifest.parents.get(id) ?? []
    above.set(id, new Set(parents.flatMap((it) => [it, ...(above.get(it) ?? [])])))
  }
  return above
}

const randomProjects: fc.Arbitrary<Manifest> = fc
  .array(
    fc.record({
      isTest: fc.boolean(),
      isEphemeral: fc.boolean(),
      tags: fc.subarray(['chosen']),
      parents: fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 16 },
  )
  .map((drafts) => {
    const models: string[] = []
    const specs: Record<string, NodeSpec> = {}
    drafts.forEach(({ isTest, isEphemeral, tags, parents }, index) => {
      const above = [...new Set(parents.flatMap((at) => models[at % (models.length || 1)] ?? []))]
      if (isTest && above.length > 0) specs[`test.shop.t${index}`] = { parents: above, tags }
      else {
        const config = { materialized: isEphemeral ? 'ephemeral' : 'view' }
        specs[`model.shop.m${index}`] = { parents: above, tags, config }
        models.push(`model.shop.m${index}`)
      }
    })
    return projectOf(specs)
  })

describe('what holds of every plan', () => {
  const selections = fc.constantFrom<readonly string[]>([], ['tag:chosen'])

  it('each step comes after those that it waits for, and waits for all its selected ancestors', () => {
    const law = fc.property(randomProjects, selections, (manifest, select) => {
      const plan = createPlan(manifest, { select, exclude: [] }, { command: 'run' }).value
      const seen = new Set<NodeId>()
      for (const step of plan.steps) {
        expect(step.after.every((id) => seen.has(id))).toBe(true)
        seen.add(step.node)
      }
      const all = ancestors(manifest)
      for (const [id, waits] of closure(plan)) {
        expect(waits).toEqual(new Set([...(all.get(id) ?? [])].filter((it) => seen.has(it))))
      }
    })
    fc.assert(law, { numRuns: 300 })
  })

  it('in a build, nothing comes before the tests of what it is built upon', () => {
    const law = fc.property(randomProjects, selections, (manifest, select) => {
      const plan = createPlan(manifest, { select, exclude: [] }, { command: 'build' }).value
      const all = ancestors(manifest)
      const waits = closure(plan)
      const tests = plan.steps.filter((step) => step.kind === 'run-test').map((step) => step.node)
      for (const [id, before] of waits) {
        if (manifest.nodes.get(id)?.kind === 'test') continue
        const due = tests.filter((test) =>
          (manifest.parents.get(test) ?? []).every((it) => all.get(id)?.has(it)),
        )
        expect(due.filter((test) => !before.has(test))).toEqual([])
      }
    })
    fc.assert(law, { numRuns: 300 })
  })
})
