import { Dict, hostFunction, Tuple, type Value } from '@btn/jinja'
import { compareOne } from './compare.ts'
import { dataTypeValue } from './data-type.ts'
import { sequence } from './sequence.ts'
import type { AgateTable } from './table.ts'

/** One column: its name, its type, and its values in the order of rows. */
export function columnValue(table: AgateTable, index: number): Value {
  const all = (): readonly Value[] => table.values(index)
  const some = (): Value[] => all().filter((value) => value !== null)
  const methods: Readonly<Record<string, () => Value[]>> = {
    values_distinct: () => [...new Dict(all().map((value) => [value, null])).keys()],
    values_sorted: () => [...all()].sort(compareOne),
    values_without_nulls: some,
    values_without_nulls_sorted: () => some().sort(compareOne),
  }
  return sequence({
    typeName: 'Column',
    names: () => table.rowNames,
    values: all,
    more: (attribute) => {
      if (attribute === 'name') return table.names[index] ?? ''
      if (attribute === 'index') return index
      if (attribute === 'data_type') return dataTypeValue(table.typeAt(index))
      const method = Object.hasOwn(methods, attribute) ? methods[attribute] : undefined
      if (!method) return undefined
      // agate gives tuples, but what it sorts are lists.
      return hostFunction(attribute, () =>
        attribute.endsWith('sorted') ? method() : new Tuple(method()),
      )
    },
  })
}
