import { describe, expect, it } from 'vitest'
import { readExpected, toManifest } from '../../conformance/plan/read-manifest.ts'
import type { NodeId } from '../types/index.ts'
import { compiledPath, runPath } from './paths.ts'

const { nodes } = toManifest(readExpected('manifest.json'))

/** Where dbt 1.12 puts them. */
describe('where SQL is written', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['model.rich.fct_orders', 'rich/models/marts/core/fct_orders.sql'],
    ['model.rich.prod.v1', 'rich/models/versions/prod_v1.sql'],
    ['model.local_pkg.pkg_base', 'local_pkg/models/pkg_base.sql'],
    ['analysis.rich.look', 'rich/analyses/look.sql'],
    ['test.rich.no_negative', 'rich/tests/no_negative.sql'],
    ['test.rich.my_positive.72ada719b8', 'rich/models/schema.yml/my_positive.sql'],
    ['seed.rich.raw_orders', 'rich/seeds/raw_orders.csv'],
    ['operation.rich.rich-on-run-start-0', 'rich/./dbt_project.yml/hooks/rich-on-run-start-0.sql'],
  ]
  it.each(cases)('%s', (id, expected) => {
    const node = nodes.get(id as NodeId)
    if (!node) throw new Error(`${id} is not there`)
    expect(compiledPath(node, 'target')).toBe(`target/compiled/${expected}`)
    expect(runPath(node, 'out')).toBe(`out/run/${expected}`)
  })
})
