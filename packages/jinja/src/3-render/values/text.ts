import { TracedText } from '@btn/diagnostics'
import { Markup } from './markup.ts'
import { NativeMarker } from './native-marker.ts'
import type { TextValue, Value } from './value.ts'

/** Is the value a str, of whichever form? */
export function isText(value: Value): value is TextValue | Markup | NativeMarker {
  return (
    typeof value === 'string' ||
    value instanceof TracedText ||
    value instanceof Markup ||
    value instanceof NativeMarker
  )
}

/** The characters of a str. */
export function plain(value: TextValue | Markup | NativeMarker): string {
  return typeof value === 'string' ? value : value.text
}

/** The characters of a value that is a str; undefined for any other. */
export function findText(value: Value): string | undefined {
  return isText(value) ? plain(value) : undefined
}

/** `str(value)`, keeping origins where the value has them. */
export function toTracedText(value: Value): TextValue {
  if (typeof value === 'string' || value instanceof TracedText) return value
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return toRepr(value)
  return value.toText?.() ?? toRepr(value)
}

/** `str(value)` without origins. */
export function toText(value: Value): string {
  return plain(toTracedText(value))
}

/** `repr(value)` */
export function toRepr(value: Value): string {
  switch (typeof value) {
    case 'string':
      return reprText(value)
    case 'number':
    case 'bigint':
      return String(value)
    case 'boolean':
      return value ? 'True' : 'False'
    default:
      return reprObject(value)
  }
}

/** The containers whose representation is being made: one that holds itself shows as `[...]`. */
const open = new Set<object>()

function reprObject(value: Exclude<Value, string | number | bigint | boolean>): string {
  if (value === null) return 'None'
  if (value instanceof TracedText) return reprText(value.text)
  if (value instanceof Markup) return `Markup(${reprText(value.text)})`
  if (open.has(value)) return Array.isArray(value) ? '[...]' : '{...}'
  open.add(value)
  try {
    if (Array.isArray(value)) return `[${value.map(toRepr).join(', ')}]`
    return value.toRepr?.() ?? `<${value.typeName} object>`
  } finally {
    open.delete(value)
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** What `repr` of a str escapes: backslash, and every character that does not print. */
const UNPRINTABLE = /[\\\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu

function reprText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let escaped = text.replace(UNPRINTABLE, (char) => ESCAPES[char] ?? escapeCode(char))
  if (quote === "'") escaped = escaped.replaceAll("'", "\\'")
  return quote + escaped + quote
}

function escapeCode(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\U${code.toString(16).padStart(8, '0')}`
}
