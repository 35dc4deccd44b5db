import { expect, test } from 'vitest'
import { readOsiExpression } from './osi-metric.ts'

test.each([
  ['SUM(orders.amount)', { agg: 'sum', column: 'amount', owner: 'orders' }],
  [' avg( amount ) ', { agg: 'average', column: 'amount', owner: undefined }],
  ['count(DISTINCT a.b.c)', { agg: 'count_distinct', column: 'c', owner: 'a.b' }],
  ['sum(case when paid then 1 else 0 end)', { agg: 'sum_boolean', column: 'paid' }],
  ['PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY t.x)', { agg: 'median', percentile: null }],
  ['percentile_disc(0.9) within group (order by x)', { agg: 'percentile', percentile: 0.9 }],
])('%s is an aggregation', (text, wanted) => {
  expect(readOsiExpression(text)).toMatchObject({ kind: 'aggregation', ...wanted })
})

test('two aggregations make a ratio', () => {
  const wanted = { kind: 'ratio', numerator: 'SUM(a)', denominator: 'COUNT(b)' }
  expect(readOsiExpression('(SUM(a)) / (COUNT(b))')).toEqual(wanted)
  expect(readOsiExpression('SUM(a) / COUNT(b)')).toEqual(wanted)
})

test('what only a parser could tell is not known', () => {
  expect(readOsiExpression('SUM(a * b)')).toEqual({ kind: 'unknown' })
  expect(readOsiExpression('SUM(a) / (1 + COUNT(b))')).toEqual({ kind: 'unknown' })
  expect(readOsiExpression('SUM(a) + 1')).toEqual({ kind: 'raw' })
})
