import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { methodTable, type MethodTable } from './define.ts'
import { count, indexOf } from './list.ts'

const itemsOf = (self: Value): readonly Value[] => (self instanceof Tuple ? self.items : [])

export const tupleMethods: MethodTable = methodTable(itemsOf, [
  ['count', ['value', '/'], (items, value) => count(items, value ?? null)],
  [
    'index',
    ['value', 'start?', 'stop?', '/'],
    (items, value, start, stop) => indexOf(items, value ?? null, start, stop),
  ],
])
