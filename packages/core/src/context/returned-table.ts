import type { SqlTable } from '@btn/adapter'
import type { Value } from '@btn/jinja'
import { AgateTable } from './values/agate/table.ts'

/** The rows of what a macro returns: a table, or the result of a statement that holds one. */
export function returnedTable(value: Value): SqlTable | undefined {
  if (value instanceof AgateTable) return value.table
  if (typeof value !== 'object' || value === null || !('getAttribute' in value)) return undefined
  const table = value.getAttribute?.('table')
  return table instanceof AgateTable ? table.table : undefined
}
