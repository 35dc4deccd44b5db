import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../types/index.ts'
import { testHash, testNames } from './test-names.ts'

// Names and hashes as dbt-core 1.12.6 writes them to its manifest.
describe('testNames', () => {
  const cases: readonly [
    string,
    string,
    JsonObject,
    { readonly short: string; readonly full: string },
  ][] = [
    [
      'unique',
      'orders',
      { column_name: 'id', model: 'x' },
      { short: 'unique_orders_id', full: 'unique_orders_id' },
    ],
    [
      'accepted_values',
      'orders',
      {
        column_name: 'status',
        values: ['placed', 'shipped', 'completed', 'return_pending', 'returned'],
        model: 'x',
      },
      {
        short: 'accepted_values_orders_1ce6ab157c285f7cd2ac656013faf758',
        full: 'accepted_values_orders_status__placed__shipped__completed__return_pending__returned',
      },
    ],
    [
      'relationships',
      'orders',
      { column_name: 'customer_id', to: "ref('customers')", field: 'customer_id', model: 'x' },
      {
        short: 'relationships_orders_customer_id__customer_id__ref_customers_',
        full: 'relationships_orders_customer_id__customer_id__ref_customers_',
      },
    ],
  ]
  it.each(cases)('%s of %s', (test, target, kwargs, names) => {
    expect(testNames(test, target, kwargs)).toEqual(names)
  })
})

describe('testHash', () => {
  it('is the one in the unique ids of dbt', () => {
    const metadata = {
      namespace: null,
      name: 'unique',
      kwargs: { column_name: 'customer_id', model: "{{ get_where_subquery(ref('customers')) }}" },
    }
    expect(testHash('unique_customers_customer_id', metadata)).toBe('c5af1ff4b1')
  })

  it('knows 1.0 from 1', () => {
    const values = [{ $float: '1.0' }, { $float: '2.0' }]
    const kwargs = { column_name: 'score', values, model: "{{ get_where_subquery(ref('m')) }}" }
    const metadata = { namespace: null, name: 'accepted_values', kwargs }
    expect(testHash('accepted_values_m_score__1_0__2_0', metadata)).toBe('97fde1d6d2')
  })
})
