import { TracedText } from '@btn/diagnostics'
import type { HostObject, Value } from './value.ts'

/** The value as an object with behaviour; undefined for text, lists and the simple values. */
export function findHost(value: Value): HostObject | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value instanceof TracedText ? undefined : value
}
