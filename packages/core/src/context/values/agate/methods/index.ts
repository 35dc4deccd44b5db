import { hostFunction, raise, type Value } from '@btn/jinja'
import type { AgateTable } from '../table.ts'
import { groupMethods } from './group.ts'
import { joinMethods } from './join.ts'
import type { TableMethods } from './method.ts'
import { printMethods } from './print.ts'
import { reshapeMethods } from './reshape.ts'
import { selectMethods } from './select.ts'
import { writeMethods } from './write.ts'

const tableMethods: TableMethods = {
  ...selectMethods,
  ...joinMethods,
  ...reshapeMethods,
  ...groupMethods,
  ...printMethods,
  ...writeMethods,
}

/** Methods that take objects of agate's, which templates cannot make, or that draw pictures. */
const AGATE_ONLY: readonly string[] = [
  'aggregate',
  'bar_chart',
  'column_chart',
  'compute',
  'line_chart',
  'scatterplot',
]

export const tableMethodNames: readonly string[] = Object.keys(tableMethods)

export function findTableMethod(table: AgateTable, name: string): Value | undefined {
  const method = Object.hasOwn(tableMethods, name) ? tableMethods[name] : undefined
  if (method) return hostFunction(name, (args) => method(table, args))
  if (!AGATE_ONLY.includes(name)) return undefined
  return hostFunction(name, () =>
    raise('NotImplementedError', `${name}() of query results is not supported: do it in SQL`),
  )
}
