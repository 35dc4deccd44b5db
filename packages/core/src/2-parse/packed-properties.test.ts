import { describe, expect, it } from 'vitest'
import { scopeOf } from '@btn/jinja'
import { packProperties, unpackProperties } from './packed-properties.ts'
import { readProperties } from './properties/index.ts'

const text = `models:
  - name: orders
    description: One row per order.
    columns:
      - name: id
        description: The key.
        data_tests: [unique]
      - name: amount
        data_type: int
  - name: customers
    columns:
      - name: id
        description: "{{ doc('customer_id') }}"
`

function unpacked() {
  const source = { path: 'models/schema.yml', text }
  const { value } = readProperties(source, { scope: scopeOf({}), requiresArguments: true })
  // As the cache has it: through JSON.
  const packed = JSON.parse(
    JSON.stringify(packProperties({ properties: value, tests: [], snapshots: [], monitors: [] })),
  )
  return { value, again: unpackProperties(packed).properties }
}

describe('packed properties', () => {
  it('give the same columns, without the tests that are kept ready made', () => {
    const { value, again } = unpacked()
    const bare = (columns: (typeof value.models)[number]['columns'] | undefined) =>
      columns?.map((column) => ({ ...column, tests: [] }))
    expect(again.models.map((model) => model.columns)).toEqual(
      value.models.map((model) => bare(model.columns)),
    )
  })

  it('tell which columns may hold a mistake', () => {
    expect(unpacked().again.models.map((model) => model.hasPlainColumns)).toEqual([true, false])
  })
})
