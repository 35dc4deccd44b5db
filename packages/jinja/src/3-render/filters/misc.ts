import { findOwnAttribute } from '../attributes.ts'
import { describeMissing } from '../missing.ts'
import { formatPretty } from './pretty.ts'
import { findText } from '../values/text.ts'
import { Undefined } from '../values/undefined.ts'
import { isTruthy } from '../operators/truth.ts'
import type { Value } from '../values/value.ts'
import { typeError } from '../errors.ts'
import { isSet } from './arguments.ts'
import { filter, type Arg, type FilterCall, type FilterTable } from './define.ts'

function orDefault(value: Value, [otherwise, boolean]: readonly Arg[]): Value {
  const isMissing = value instanceof Undefined || (isSet(boolean) && !isTruthy(value))
  if (!isMissing) return value
  return otherwise === undefined ? '' : otherwise
}

/** As `value.name`, but never an item. */
function attr(value: Value, [name]: readonly Arg[], { run }: FilterCall): Value {
  const text = findText(name ?? null)
  if (text === undefined) return typeError('attribute name must be string')
  const isTolerant = run.rendering.undefinedMode === 'tolerant'
  const found =
    value instanceof Undefined ? value.getAttribute(text) : findOwnAttribute(value, text)
  return found === undefined ? describeMissing(value, text, isTolerant) : found
}

export const miscFilters: FilterTable = [
  filter('attr', ['name'], attr),
  filter('d', ['default_value?', 'boolean?'], orDefault),
  filter('default', ['default_value?', 'boolean?'], orDefault),
  filter('pprint', [], (value) => formatPretty(value)),
]
