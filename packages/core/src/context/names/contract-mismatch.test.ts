import { fromJs } from '@btn/jinja'
import { describe, expect, it } from 'vitest'
import { describeMismatch } from './contract-mismatch.ts'

const columns = (...pairs: readonly (readonly [string, string])[]) =>
  fromJs(pairs.map(([name, data_type]) => ({ name, data_type })))

describe('describeMismatch', () => {
  it('draws what differs, by name', () => {
    const promised = columns(['id', 'INTEGER'], ['color', 'VARCHAR'], ['same', 'DATE'])
    const found = columns(['same', 'DATE'], ['color', 'INTEGER'], ['error', 'VARCHAR'])
    expect(describeMismatch(promised, found)).toMatchInlineSnapshot(`
      "This model has an enforced contract that failed. Columns differ:

      | column_name | definition_type | contract_type | mismatch_reason       |
      | ----------- | --------------- | ------------- | --------------------- |
      | color       | INTEGER         | VARCHAR       | data type mismatch    |
      | error       | VARCHAR         |               | missing in contract   |
      | id          |                 | INTEGER       | missing in definition |"
    `)
  })

  it('says when nothing was promised', () => {
    expect(describeMismatch(columns(), columns(['id', 'INTEGER']))).toContain(
      "'columns' specification is missing",
    )
  })
})
