import { hostFunction } from '../host-function.ts'
import { readArguments } from '../match-arguments.ts'
import { returnFromMacro } from '../return.ts'
import type { Value } from '../values/value.ts'
import { cyclerFunction } from './cycler.ts'
import { joinerFunction } from './joiner.ts'
import { lipsumFunction } from './lipsum.ts'
import { makeDict, namespaceFunction } from './namespace.ts'
import { rangeFunction } from './range.ts'

const returnFunction = hostFunction(
  'return',
  (args) => returnFromMacro(readArguments(args, 'return', ['data?'])[0] ?? null),
  { keepsTraces: true },
)

/** `range`, `dict`, `lipsum`, `cycler`, `joiner`, `namespace`, which are Jinja's, and dbt's `return`. */
export const jinjaGlobals: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['cycler', cyclerFunction],
  ['dict', hostFunction('dict', (args) => makeDict(args, 'dict'), { keepsTraces: true })],
  ['joiner', joinerFunction],
  ['lipsum', lipsumFunction],
  ['namespace', namespaceFunction],
  ['range', rangeFunction],
  ['return', returnFunction],
])
