import { Dict, Float, iterate, toText, type Value } from '@btn/jinja'
import { Decimal } from '../context/python/decimal.ts'
import { Moment } from '../context/python/moment.ts'

/** A value of a template as JSON; what JSON has no word for is text, numbers that are none are null. */
export function jsonText(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Float) return Number.isFinite(value.value) ? String(value.value) : 'null'
  if (value instanceof Decimal) return decimalText(value)
  if (value instanceof Moment) return JSON.stringify(value.isoFormat('T'))
  if (value instanceof Dict) {
    const entries = [...value.entries()].map(
      ([key, item]) => `${JSON.stringify(toText(key))}: ${jsonText(item)}`,
    )
    return `{${entries.join(', ')}}`
  }
  if (typeof value === 'object' && isSequence(value))
    return `[${[...iterate(value)].map(jsonText).join(', ')}]`
  return JSON.stringify(toText(value))
}

function isSequence(value: object): boolean {
  return (
    Array.isArray(value) || ('typeName' in value && /^(?:tuple|set)$/.test(String(value.typeName)))
  )
}

/** With its digits as they are: `1.10`. */
function decimalText(value: Decimal): string {
  const text = value.toText()
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : String(value.toNumber())
}
