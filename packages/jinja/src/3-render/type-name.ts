import { TracedText } from '@btn/diagnostics'
import type { Value } from './values/value.ts'

/** Python's name of the value's type. */
export function typeName(value: Value): string {
  switch (typeof value) {
    case 'string':
      return 'str'
    case 'number':
    case 'bigint':
      return 'int'
    case 'boolean':
      return 'bool'
    default:
      if (value === null) return 'NoneType'
      if (value instanceof TracedText) return 'str'
      return Array.isArray(value) ? 'list' : value.typeName
  }
}
