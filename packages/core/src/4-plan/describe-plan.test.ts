import { expect, it } from 'vitest'
import { createPlan } from './create-plan.ts'
import { describePlan } from './describe-plan.ts'
import { projectOf } from './test-support.ts'

it('a plan as JSON', () => {
  const manifest = projectOf({
    'seed.shop.raw': { folder: 'seeds' },
    'model.shop.orders': { parents: ['seed.shop.raw'], config: { materialized: 'table' } },
    'operation.shop.start0': {},
  })
  const selection = { select: [], exclude: [] }
  const asksDatabase = (): string => 'run_query'
  const plan = createPlan(manifest, selection, { command: 'build', asksDatabase }).value
  expect(describePlan(plan, manifest)).toMatchObject({
    command: 'build',
    on_run_start: [{ kind: 'run-hook', unique_id: 'operation.shop.start0' }],
    steps: [
      {
        kind: 'load-seed',
        unique_id: 'seed.shop.raw',
        resource_type: 'seed',
        after: [],
      },
      {
        kind: 'materialize',
        unique_id: 'model.shop.orders',
        name: 'orders',
        original_file_path: 'models/orders.sql',
        relation_name: '"shop"."main"."orders"',
        materialized: 'table',
        rendering: { when: 'at-run', because: 'run_query' },
        after: ['seed.shop.raw'],
      },
    ],
    on_run_end: [],
  })
})
