import { codePoints } from '@btn/diagnostics'
import { filterError, overflowError, typeError, zeroDivision } from '../errors.ts'
import { add } from '../operators/arithmetic.ts'
import { findNumber } from '../operators/numbers.ts'
import { findIterable, iterate, lengthOf, toList } from '../operators/iterate.ts'
import { findText, isText, plain, toText, toTracedText } from '../values/text.ts'
import { joinTexts } from '../values/traced.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { Dict } from '../values/dict.ts'
import { DictView, Lazy } from '../values/lazy.ts'
import { Range } from '../values/range.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { findOwnItem } from '../attributes.ts'
import { typeName } from '../type-name.ts'
import { viewOf } from '../methods/dict.ts'
import { attributeGetter, intOr } from './arguments.ts'
import { filter, type Arg, type FilterCall, type FilterTable } from './define.ts'

function* batches(value: Value, linecount: Arg, fill: Arg): Iterable<Value> {
  const size = findNumber(linecount ?? null)
  let batch: Value[] = []
  for (const item of iterate(value)) {
    if (batch.length === size) {
      yield batch
      batch = []
    }
    batch.push(item)
  }
  if (batch.length === 0) return
  const missing = fill === undefined || fill === null ? 0 : intOr(linecount, 0) - batch.length
  for (let count = 0; count < missing; count++) batch.push(fill ?? null)
  yield batch
}

function* slices(value: Value, count: number, fill: Arg): Iterable<Value> {
  if (count === 0) zeroDivision()
  const items = toList(value)
  const size = Math.floor(items.length / count)
  const larger = items.length % count
  let start = 0
  for (let index = 0; index < count; index++) {
    const end = start + size + (index < larger ? 1 : 0)
    const slice = items.slice(start, end)
    if (fill !== undefined && fill !== null && index >= larger) slice.push(fill)
    yield slice
    start = end
  }
}

function sliceInto(value: Value, [count, fill]: readonly Arg[]): Value {
  const number = intOr(count, 0)
  if (number > 1_000_000) overflowError('too many slices', 'MemoryError')
  return new Lazy(slices(value, number, fill))
}

function first(value: Value, _args: readonly Arg[], { run }: FilterCall): Value {
  for (const item of iterate(value)) return item
  return run.saying('first', 'the sequence is empty, so it has no first item')
}

function last(value: Value, _args: readonly Arg[], { run }: FilterCall): Value {
  const items = reversedItems(value)
  if (!items) return typeError(`'${typeName(value)}' object is not reversible`)
  const [item] = items
  if (item !== undefined) return item
  return run.saying('last', 'the sequence is empty, so it has no last item')
}

/** What Python can walk backwards: sequences and dicts, no sets and generators. */
function reversedItems(value: Value): Value[] | undefined {
  const isReversible =
    Array.isArray(value) ||
    isText(value) ||
    value instanceof Tuple ||
    value instanceof Dict ||
    value instanceof DictView ||
    value instanceof Range ||
    value instanceof Undefined
  return isReversible ? toList(value).reverse() : undefined
}

function reverse(value: Value): Value {
  const text = findText(value)
  if (text !== undefined) {
    const reversed = [...codePoints(text)].reverse().join('')
    return value instanceof Markup ? new Markup(reversed) : reversed
  }
  const items = reversedItems(value)
  if (items) return new Lazy(items, `${typeName(value)}_reverseiterator`)
  if (!findIterable(value)) return filterError('only what can be iterated over can be reversed')
  return toList(value).reverse()
}

function join(value: Value, [separator, attribute]: readonly Arg[], call: FilterCall): Value {
  const get = attributeGetter(attribute, call)
  const parts = toList(value).map((it) => get(it))
  const glue = separator === undefined ? '' : separator
  if (call.isEscaped) return joinMarkup(parts, glue)
  const text = toTracedText(glue)
  return joinTexts(parts.map(toTracedText), text)
}

function joinMarkup(parts: readonly Value[], glue: Value): Value {
  const escape = (it: Value): string => (it instanceof Markup ? it.text : escapeHtml(toText(it)))
  return new Markup(parts.map(escape).join(escape(glue)))
}

function sum(value: Value, [attribute, start]: readonly Arg[], call: FilterCall): Value {
  const get = attributeGetter(attribute, call)
  const from = start === undefined ? 0 : start
  if (isText(from)) return typeError("sum() can't sum strings")
  let total: Value = from
  for (const item of iterate(value)) total = add(total, get(item))
  return total
}

function items(value: Value): Value {
  if (value instanceof Undefined) return new Lazy([])
  if (value instanceof Dict) return new Lazy(viewOf(value, 'items').iterate())
  return typeError('only a mapping has items')
}

function random(value: Value, _args: readonly Arg[], { run }: FilterCall): Value {
  const length = lengthOf(value)
  if (length === 0) return run.saying('random', 'the sequence is empty, so it has no random item')
  const index = Math.floor(Math.random() * length)
  const item = findOwnItem(value, index)
  if (item !== undefined) return item
  return typeError(`'${typeName(value)}' object is not subscriptable`)
}

function wordCount(value: Value): number {
  return plain(toTracedText(value)).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0
}

export const sequenceFilters: FilterTable = [
  filter(
    'batch',
    ['linecount', 'fill_with?'],
    (value, [size, fill]) => new Lazy(batches(value, size, fill)),
  ),
  filter('count', [], (value) => lengthOf(value)),
  filter('first', [], first),
  filter('is_list', [], (value) => Array.isArray(value)),
  filter('items', [], (value) => items(value)),
  filter('join', ['d?', 'attribute?'], join),
  filter('last', [], last),
  filter('length', [], (value) => lengthOf(value)),
  filter('list', [], (value) => toList(value)),
  filter('random', [], random),
  filter('reverse', [], (value) => reverse(value)),
  filter('slice', ['slices', 'fill_with?'], sliceInto),
  filter('sum', ['attribute?', 'start?'], sum),
  filter('wordcount', [], (value) => wordCount(value)),
]
