import { TracedText } from '@btn/diagnostics'
import { typeError } from '../errors.ts'
import type { Value } from './value.ts'

/**
 * What stands for a value as a key of a JavaScript Map: equal values of Python have equal keys (1, 1.0 and True are one).
 * Texts stand for themselves; keys made of several parts start with NUL, and texts that do get one more.
 */
export function hashKey(value: Value): unknown {
  switch (typeof value) {
    case 'string':
      return value.charCodeAt(0) === 0 ? `\0${value}` : value
    case 'boolean':
      return value ? 1 : 0
    case 'number':
    case 'bigint':
      return value
    default:
      return hashObject(value)
  }
}

function hashObject(value: Exclude<Value, string | boolean | number | bigint>): unknown {
  if (value === null) return null
  if (value instanceof TracedText) return hashKey(value.text)
  if (Array.isArray(value)) return typeError(`unhashable type: 'list'`)
  if (!value.hashKey) return value
  const key = value.hashKey()
  return key === null ? typeError(`unhashable type: '${value.typeName}'`) : key
}
