import { codePoints, DiagnosticError, TracedText } from '@btn/diagnostics'
import { typeError } from './errors.ts'
import { findMethod } from './methods/index.ts'
import { findInt } from './operators/numbers.ts'
import { Slice, sliceOf } from './operators/slice.ts'
import { typeName } from './type-name.ts'
import { Dict } from './values/dict.ts'
import { Markup } from './values/markup.ts'
import { findText, isText, plain } from './values/text.ts'
import { Tuple } from './values/tuple.ts'
import { Undefined } from './values/undefined.ts'
import type { HostObject, Value } from './values/value.ts'

/** `object.name`: the attribute, else the item of that name. */
export function findAttribute(object: Value, name: string): Value | undefined {
  if (object instanceof Undefined) return object.getAttribute(name)
  const attribute = findOwnAttribute(object, name)
  return attribute === undefined ? findOwnItem(object, name) : attribute
}

/** `object[key]`: the item, else the attribute of that name. */
export function findItem(object: Value, key: Value): Value | undefined {
  if (object instanceof Undefined) return object.getItem()
  if (key instanceof Undefined && !isHost(object)) return undefined
  const item = findOwnItem(object, key)
  if (item !== undefined) return item
  const name = findText(key)
  return name === undefined ? undefined : findOwnAttribute(object, name)
}

export function findOwnAttribute(object: Value, name: string): Value | undefined {
  const own = isHost(object) ? object.getAttribute?.(name) : undefined
  return own === undefined ? findMethod(object, name) : own
}

function isHost(value: Value): value is HostObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof TracedText)
}

/** `object[key]` alone; undefined when there is no such item, or no items at all, or a key of the wrong type. */
export function findOwnItem(object: Value, key: Value): Value | undefined {
  if (typeof key !== 'object' || isText(key)) return readItem(object, key)
  try {
    return readItem(object, key)
  } catch (thrown) {
    if (isTypeError(thrown)) return undefined
    throw thrown
  }
}

function isTypeError(thrown: unknown): boolean {
  return (
    thrown instanceof DiagnosticError &&
    thrown.diagnostics.every((it) => it.code === 'type-mismatch')
  )
}

function readItem(object: Value, key: Value): Value | undefined {
  if (typeof object !== 'object')
    return typeof object === 'string' ? textItem(object, key) : undefined
  if (object === null) return undefined
  if (Array.isArray(object)) return sequenceItem(object, key, (items) => items)
  if (object instanceof Tuple) return sequenceItem(object.items, key, (items) => new Tuple(items))
  if (object instanceof Markup) return markupItem(object, key)
  if (isText(object)) return textItem(plain(object), key)
  return object.getItem?.(key)
}

function sequenceItem(
  items: readonly Value[],
  key: Value,
  wrap: (items: Value[]) => Value,
): Value | undefined {
  if (key instanceof Slice) return wrap(sliceOf(items, key))
  const index = findInt(key)
  if (index === undefined) return undefined
  return items.at(Number(index))
}

function markupItem(object: Markup, key: Value): Value | undefined {
  const item = textItem(object.text, key)
  return item === undefined ? undefined : new Markup(item)
}

function textItem(text: string, key: Value): string | undefined {
  if (key instanceof Slice) return sliceOf(codePoints(text), key).join('')
  const index = findInt(key)
  return index === undefined ? undefined : codePoints(text).at(Number(index))
}

/** `object[start:stop:step]`, which only sequences have. */
export function sliceValue(object: Value, slice: Slice): Value {
  if (object instanceof Undefined) return object.getItem()
  if (object instanceof Dict) return typeError("unhashable type: 'slice'")
  const found = readItem(object, slice)
  return found === undefined
    ? typeError(`'${typeName(object)}' object is not subscriptable`)
    : found
}
