import { expect, it } from 'vitest'
import { metricsOfMeasures } from './semantic-model.ts'

it('describes the metric of a measure that says nothing of itself, as dbt does', () => {
  const measures = [
    { name: 'largest', create_metric: true },
    { name: 'total', create_metric: true, description: 'All of it' },
    { name: 'count' },
  ]
  expect(metricsOfMeasures({ measures }).map((it) => it['description'])).toEqual([
    'Metric created from measure largest',
    'All of it',
  ])
})
