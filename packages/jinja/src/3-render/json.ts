import { typeError, valueError } from './errors.ts'
import { compareValues } from './operators/compare.ts'
import { typeName } from './type-name.ts'
import { Dict } from './values/dict.ts'
import { Float, formatFloat } from './values/float.ts'
import { findText } from './values/text.ts'
import { Tuple } from './values/tuple.ts'
import type { Value } from './values/value.ts'

export interface JsonOptions {
  readonly sortKeys?: boolean
  /** What one level is indented by; all on one line when missing. */
  readonly indent?: string | undefined
  /** Writes letters outside of ASCII as they are (`ensure_ascii=False`). */
  readonly keepsUnicode?: boolean
}

/** `json.dumps(value)`: Python's spaces, escapes and numbers. Throws what Python raises for what JSON cannot say. */
export function dumpJson(value: Value, options: JsonOptions = {}): string {
  return new Writer(options).write(value, '\n')
}

class Writer {
  readonly #options: JsonOptions
  readonly #open = new Set<Value>()

  constructor(options: JsonOptions) {
    this.#options = options
  }

  /** `line` is the line end with the indentation of the value. */
  write(value: Value, line: string): string {
    const text = findText(value)
    if (text !== undefined) return this.#quote(text)
    if (value === null) return 'null'
    if (typeof value === 'boolean') return String(value)
    if (typeof value === 'number' || typeof value === 'bigint') return String(value)
    if (value instanceof Float) return floatText(value.value)
    return this.#writeContainer(value, line)
  }

  #writeContainer(value: Value, line: string): string {
    if (this.#open.has(value)) valueError('Circular reference detected')
    this.#open.add(value)
    const inner = this.#options.indent === undefined ? line : line + this.#options.indent
    const text = this.#writeItems(value, line, inner)
    this.#open.delete(value)
    return text
  }

  #writeItems(value: Value, line: string, inner: string): string {
    if (Array.isArray(value))
      return this.#surround(
        '[',
        value.map((it) => this.write(it, inner)),
        ']',
        line,
        inner,
      )
    if (value instanceof Tuple) {
      return this.#surround(
        '[',
        value.items.map((it) => this.write(it, inner)),
        ']',
        line,
        inner,
      )
    }
    if (!(value instanceof Dict)) {
      return typeError(`Object of type ${typeName(value)} is not JSON serializable`)
    }
    const entries = [...value.entries()]
    if (this.#options.sortKeys) entries.sort(([left], [right]) => compareValues(left, right))
    const items = entries.map(
      ([key, item]) => `${this.#quote(keyText(key))}: ${this.write(item, inner)}`,
    )
    return this.#surround('{', items, '}', line, inner)
  }

  #quote(text: string): string {
    return this.#options.keepsUnicode ? JSON.stringify(text) : quoteJson(text)
  }

  #surround(
    opening: string,
    items: readonly string[],
    closing: string,
    line: string,
    inner: string,
  ): string {
    if (items.length === 0) return opening + closing
    if (this.#options.indent === undefined) return opening + items.join(', ') + closing
    return opening + inner + items.join(`,${inner}`) + line + closing
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  return formatFloat(value)
}

function keyText(key: Value): string {
  const text = findText(key)
  if (text !== undefined) return text
  if (key === null) return 'null'
  if (typeof key === 'boolean' || typeof key === 'number' || typeof key === 'bigint')
    return String(key)
  if (key instanceof Float) return floatText(key.value)
  return typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`)
}

/** A JSON text in ASCII, as Python writes it. */
function quoteJson(text: string): string {
  return JSON.stringify(text).replace(/[^\0-\x7e]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
