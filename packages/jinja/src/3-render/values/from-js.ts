import { TracedText } from '@btn/diagnostics'
import { Dict } from './dict.ts'
import { Float } from './float.ts'
import { Markup } from './markup.ts'
import { SetValue } from './set.ts'
import { Tuple } from './tuple.ts'
import type { HostObject, Value } from './value.ts'

/**
 * Plain JavaScript data to values. Objects and maps become dicts; an object converts each item when it is first asked for.
 * Values that are instances of classes (floats, dates, host objects, …) stay as they are.
 */
export function fromJs(value: unknown): Value {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value
    case 'number':
      return Number.isSafeInteger(value) ? value : new Float(value)
    case 'undefined':
      return null
    case 'object':
      return fromObject(value)
    default:
      throw new Error(`a ${typeof value} cannot become a value of a template`)
  }
}

function fromObject(value: object | null): Value {
  if (value === null || value instanceof TracedText) return value
  if (Array.isArray(value)) return value.map(fromJs)
  if (value instanceof Date) throw new Error('a Date cannot become a value of a template')
  if (value instanceof Map) {
    return new Dict([...value].map(([key, item]) => [fromJs(key), fromJs(item)]))
  }
  if (value instanceof Set) return new SetValue([...value].map(fromJs))
  return isHostObject(value) ? value : Dict.over(value)
}

function isHostObject(value: object): value is HostObject {
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = prototype === Object.prototype || prototype === null
  return !isPlain && 'typeName' in value && typeof value.typeName === 'string'
}

/** Values to plain JavaScript data: text loses its origins, a float becomes a number, other objects their text. */
export function toJs(value: Value): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(toJs)
  if (value instanceof TracedText || value instanceof Markup) return value.text
  if (value instanceof Float) return value.value
  if (value instanceof Tuple) return value.items.map(toJs)
  if (value instanceof SetValue) return [...value.iterate()].map(toJs)
  if (value instanceof Dict) {
    return Object.fromEntries(
      [...value.entries()].map(([key, item]) => [String(toJs(key)), toJs(item)]),
    )
  }
  return String(value.toText?.() ?? value.toRepr?.() ?? value.typeName)
}
