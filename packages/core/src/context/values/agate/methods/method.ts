import type { CallArguments, Value } from '@btn/jinja'
import type { AgateTable } from '../table.ts'

/** What a template calls on a table. */
export type TableMethod = (table: AgateTable, args: CallArguments) => Value | Promise<Value>

export type TableMethods = Readonly<Record<string, TableMethod>>

/** `right_table` and the like. */
export function isTable(value: Value | undefined): value is AgateTable {
  return typeof value === 'object' && value !== null && 'toMatrix' in value
}
