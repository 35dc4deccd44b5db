import { expect, it } from 'vitest'
import { readsName } from './reads-name.ts'

it.each([
  ['select * from {{ this }}', true],
  ['{% if is_incremental() %}where x > (select max(x) from {{ this.name }}){% endif %}', true],
  ["select 'this' from {{ ref('this') }} -- this", false],
  ['{# {{ this }} #}{{ model.this }}', false],
  ['{{ this', false],
])('%s: %s', (code, expected) => expect(readsName(code, 'this')).toBe(expected))
