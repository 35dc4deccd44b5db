import { dbtFilters } from './dbt.ts'
import type { FilterRule } from './define.ts'
import { htmlFilters } from './html.ts'
import { jsonFilters } from './json.ts'
import { miscFilters } from './misc.ts'
import { numberFilters } from './numbers.ts'
import { selectFilters } from './select.ts'
import { sequenceFilters } from './sequences.ts'
import { sortFilters } from './sort.ts'
import { textFilters } from './text.ts'

/** Every filter of Jinja2, and dbt's. */
export const filters: ReadonlyMap<string, FilterRule> = new Map<string, FilterRule>([
  ...dbtFilters,
  ...htmlFilters,
  ...jsonFilters,
  ...miscFilters,
  ...numberFilters,
  ...selectFilters,
  ...sequenceFilters,
  ...sortFilters,
  ...textFilters,
])
