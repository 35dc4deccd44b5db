import { NativeMarker } from '../values/native-marker.ts'
import { toText } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import { filter, type FilterCall, type FilterTable } from './define.ts'

type Kind = NativeMarker['kind']

/** dbt's filters say how a native rendering reads the value; in text they do nothing. */
function mark(kind: Kind) {
  return (value: Value, _: readonly unknown[], { run }: FilterCall): Value => {
    return run.rendering.isNative ? new NativeMarker(kind, toText(value)) : value
  }
}

export const dbtFilters: FilterTable = [
  filter('as_bool', [], mark('bool')),
  filter('as_native', [], mark('native')),
  filter('as_number', [], mark('number')),
  filter('as_text', [], mark('text')),
]
