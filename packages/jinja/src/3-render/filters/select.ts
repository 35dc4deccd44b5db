import { argumentError, filterError } from '../errors.ts'
import { iterate } from '../operators/iterate.ts'
import { isTruthy } from '../operators/truth.ts'
import { toText } from '../values/text.ts'
import { Lazy } from '../values/lazy.ts'
import type { Value } from '../values/value.ts'
import { attributeGetter } from './arguments.ts'
import type { FilterCall, FilterRule, FilterTable } from './define.ts'

/** `map('filter', …)` or `map(attribute='name', default=…)`; arguments are checked when the first item is asked for. */
const map: FilterRule = (value, call) => new Lazy(mapped(value, call))

function* mapped(value: Value, call: FilterCall): Iterable<Value> {
  if (!isTruthy(value)) return
  const apply = call.named.has('attribute') ? byAttribute(call) : byFilter(call)
  for (const item of iterate(value)) yield apply(item)
}

function byAttribute(call: FilterCall): (item: Value) => Value {
  const named = new Map(call.named)
  const attribute = named.get('attribute')
  const otherwise = named.get('default')
  named.delete('attribute')
  named.delete('default')
  const [unknown] = named.keys()
  if (unknown !== undefined) filterError(`map() does not take the argument "${unknown}"`)
  return attributeGetter(attribute, call, otherwise)
}

function byFilter({ positional, named, run }: FilterCall): (item: Value) => Value {
  const [name, ...args] = positional
  if (name === undefined) return filterError('map() needs the name of a filter')
  return (item) => run.applyFilter(toText(name), item, args, named)
}

type Choice = { readonly byAttribute: boolean; readonly keeps: boolean }

/** `select` and its relatives: by a test, or by truth when none is named. */
function select(choice: Choice): FilterRule {
  return (value, call) => new Lazy(selected(value, call, choice))
}

function* selected(
  value: Value,
  call: FilterCall,
  { byAttribute, keeps }: Choice,
): Iterable<Value> {
  if (!isTruthy(value)) return
  const [attribute, ...rest] = call.positional
  if (byAttribute && attribute === undefined) filterError('the name of an attribute is missing')
  const get = byAttribute ? attributeGetter(attribute, call) : (item: Value): Value => item
  const [name, ...args] = byAttribute ? rest : call.positional
  for (const item of iterate(value)) {
    const subject = get(item)
    const holds =
      name === undefined
        ? isTruthy(subject)
        : call.run.applyTest(testName(name), subject, args, call.named)
    if (holds === keeps) yield item
  }
}

function testName(name: Value): string {
  return typeof name === 'object' && name !== null && Array.isArray(name)
    ? argumentError('the name of a test is expected')
    : toText(name)
}

export const selectFilters: FilterTable = [
  ['map', map],
  ['reject', select({ byAttribute: false, keeps: false })],
  ['rejectattr', select({ byAttribute: true, keeps: false })],
  ['select', select({ byAttribute: false, keeps: true })],
  ['selectattr', select({ byAttribute: true, keeps: true })],
]
