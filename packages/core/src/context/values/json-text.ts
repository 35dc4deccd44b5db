import { toJs, type Value } from '@btn/jinja'

/** `json.dumps` as Python writes it: `, ` and `: ` between the parts, everything beyond ASCII escaped. */
export function toJsonText(value: Value, sortKeys: boolean): string {
  return write(value, toJs(value), sortKeys)
}

function write(value: Value, plain: unknown, sortKeys: boolean): string {
  if (plain === null || plain === undefined) return 'null'
  if (typeof plain === 'boolean') return String(plain)
  if (typeof plain === 'bigint') return plain.toString()
  if (typeof plain === 'number')
    return isFloat(value) && Number.isInteger(plain) ? `${plain}.0` : String(plain)
  if (typeof plain === 'string') return quote(plain)
  if (Array.isArray(plain)) {
    const items = childrenOf(value)
    return `[${plain.map((item, index) => write(items[index] ?? null, item, sortKeys)).join(', ')}]`
  }
  const entries = Object.entries(plain)
  if (sortKeys) entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const parts = entries.map(
    ([key, item]) => `${quote(key)}: ${write(memberOf(value, key), item, sortKeys)}`,
  )
  return `{${parts.join(', ')}}`
}

function isFloat(value: Value): boolean {
  return (
    typeof value === 'object' && value !== null && 'typeName' in value && value.typeName === 'float'
  )
}

function childrenOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  const isSequence = typeof value === 'object' && value !== null && 'iterate' in value
  return isSequence ? [...(value.iterate?.() ?? [])] : []
}

function memberOf(value: Value, key: string): Value {
  const isDict = typeof value === 'object' && value !== null && 'getItem' in value
  return (isDict ? value.getItem?.(key) : undefined) ?? null
}

function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
