import { argumentError, typeError, valueError } from './errors.ts'
import { add, affirm, negate, operate } from './operators/arithmetic.ts'
import { isOrdered, type Order } from './operators/compare.ts'
import { isEqual } from './operators/equal.ts'
import { contains, findIterable, iterate } from './operators/iterate.ts'
import { Slice } from './operators/slice.ts'
import { sliceValue } from './attributes.ts'
import { isTruthy } from './operators/truth.ts'
import { typeName } from './type-name.ts'
import { Dict } from './values/dict.ts'
import { escapeHtml, Markup } from './values/markup.ts'
import { findText, toText, toTracedText } from './values/text.ts'
import { joinTexts } from './values/traced.ts'
import { Tuple } from './values/tuple.ts'
import { Undefined } from './values/undefined.ts'
import { MacroReturn } from './return.ts'
import type { Value } from './values/value.ts'

type Comparison = '==' | '!=' | 'in' | 'not in' | Order

function compare(operator: Comparison, left: Value, right: Value): boolean {
  switch (operator) {
    case '==':
      return isEqual(left, right)
    case '!=':
      return !isEqual(left, right)
    case 'in':
      return contains(right, left)
    case 'not in':
      return !contains(right, left)
    default:
      return isOrdered(left, operator, right)
  }
}

/** `a ~ b ~ c` */
function concat(parts: readonly Value[], isEscaped: boolean): Value {
  if (!isEscaped) return joinTexts(parts.map(toTracedText))
  const isMarkup = parts.some((it) => it instanceof Markup)
  if (!isMarkup) return parts.map(toText).join('')
  const escaped = parts.map((it) => (it instanceof Markup ? it.text : escapeHtml(toText(it))))
  return new Markup(escaped.join(''))
}

function dict(entries: readonly (readonly [Value, Value])[]): Dict {
  return new Dict(entries)
}

const NONE: ReadonlyMap<string, Value> = new Map()

function named(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(entries)
}

/** `f(*values)` */
function spread(values: Value): Iterable<Value> {
  if (values instanceof Undefined) return []
  return (
    findIterable(values) ??
    typeError(`argument after * must be an iterable, not ${typeName(values)}`)
  )
}

/** `f(a=1, **values)` */
function spreadNamed(
  entries: readonly (readonly [string, Value])[],
  values: Value | undefined,
): ReadonlyMap<string, Value> {
  const all = new Map(entries)
  if (values === undefined) return all
  if (values instanceof Undefined) return values.fail()
  if (!(values instanceof Dict)) {
    return typeError(`argument after ** must be a mapping, not ${typeName(values)}`)
  }
  for (const [key, value] of values.entries()) {
    const name = findText(key) ?? typeError('keywords must be strings')
    if (all.has(name)) argumentError(`got multiple values for keyword argument '${name}'`)
    all.set(name, value)
  }
  return all
}

/** `{% set a, b = values %}` */
function unpack(values: Value, count: number): readonly Value[] {
  if (!findIterable(values))
    return typeError(`cannot unpack non-iterable ${typeName(values)} object`)
  const items: Value[] = []
  for (const item of iterate(values)) {
    if (items.length === count) valueError(`too many values to unpack (expected ${count})`)
    items.push(item)
  }
  if (items.length < count) {
    valueError(`not enough values to unpack (expected ${count}, got ${items.length})`)
  }
  return items
}

function* filtered(items: Iterable<Value>, keeps: (item: Value) => boolean): Iterable<Value> {
  for (const item of items) if (keeps(item)) yield item
}

/** What the code of templates calls, as `R`. A last argument that these do not take is where the template is. */
export const runtime = {
  add,
  affirm,
  compare,
  concat,
  dict,
  filtered,
  isTruthy,
  iterate,
  MacroReturn,
  named,
  negate,
  NONE,
  operate,
  slice: sliceValue,
  Slice,
  spread,
  spreadNamed,
  Tuple,
  unpack,
}
