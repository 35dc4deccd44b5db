import { hostFunction } from '../host-function.ts'
import { readArguments } from '../match-arguments.ts'
import { fromKeys } from '../methods/dict.ts'
import { returnFunction } from '../return.ts'
import type { Value } from '../values/value.ts'
import { cyclerFunction } from './cycler.ts'
import { joinerFunction } from './joiner.ts'
import { lipsumFunction } from './lipsum.ts'
import { makeDict, namespaceFunction } from './namespace.ts'
import { rangeFunction } from './range.ts'

const dictClass = hostFunction('dict', (args) => makeDict(args, 'dict'), {
  keepsTraces: true,
  typeName: 'type',
  attributes: {
    fromkeys: hostFunction('fromkeys', (args) => {
      const [keys, value] = readArguments(args, 'fromkeys', ['iterable', 'value?', '/'])
      return fromKeys(keys ?? null, value)
    }),
  },
})

/** `range`, `dict`, `lipsum`, `cycler`, `joiner`, `namespace`, which are Jinja's, and dbt's `return`. */
export const jinjaGlobals: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['cycler', cyclerFunction],
  ['dict', dictClass],
  ['joiner', joinerFunction],
  ['lipsum', lipsumFunction],
  ['namespace', namespaceFunction],
  ['range', rangeFunction],
  ['return', returnFunction],
])
