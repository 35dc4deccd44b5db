import { findAttribute, findItem } from '../attributes.ts'
import { fail, keyError, valueError } from '../errors.ts'
import { describeMissing } from '../missing.ts'
import { toRepr, toText } from '../values/text.ts'
import type { CallArguments, Value } from '../values/value.ts'
import { formatValue } from './format-value.ts'

/** `text.format(…)`; with a map, `text.format_map(map)`. Attributes are reached as in templates, no further. */
export function formatMethod(text: string, args: CallArguments, map?: Value): string {
  return new Formatter(args, map).format(text, 2)
}

type Piece = { readonly text: string } | { readonly field: string }

class Formatter {
  readonly #args: CallArguments
  readonly #map: Value | undefined
  #next = 0
  #mode: 'automatic' | 'manual' | undefined

  constructor(args: CallArguments, map: Value | undefined) {
    this.#args = args
    this.#map = map
  }

  format(text: string, depth: number): string {
    if (depth < 0) return valueError('Max string recursion exceeded')
    const parts = splitFields(text).map((piece) =>
      'text' in piece ? piece.text : this.#formatField(piece.field, depth),
    )
    return parts.join('')
  }

  #formatField(field: string, depth: number): string {
    const { name, conversion, spec } = splitField(field)
    const value = this.#find(name)
    const converted = conversion === undefined ? value : convert(value, conversion)
    return formatValue(converted, this.format(spec, depth - 1))
  }

  #find(name: string): Value {
    const [, head = '', path = ''] = /^([^.[]*)([^]*)$/.exec(name) ?? []
    let value = this.#findArgument(head)
    for (const [step, attribute, item] of path.matchAll(/\.([^.[]*)|\[([^\]]*)\]/g)) {
      if (attribute === '' || item === '') valueError('Empty attribute in format string')
      value =
        attribute === undefined ? this.#item(value, item ?? '') : this.#attribute(value, attribute)
      if (step === '') break
    }
    return value
  }

  #attribute(value: Value, name: string): Value {
    const found = findAttribute(value, name)
    return found === undefined ? describeMissing(value, name, false) : found
  }

  #item(value: Value, key: string): Value {
    const index: Value = /^\d+$/.test(key) ? Number(key) : key
    const found = findItem(value, index)
    return found === undefined ? describeMissing(value, index, false) : found
  }

  #findArgument(head: string): Value {
    if (head === '' || /^\d+$/.test(head)) return this.#findPositional(head)
    const value = this.#map === undefined ? this.#args.named.get(head) : findItem(this.#map, head)
    return value === undefined ? keyError(toRepr(head)) : value
  }

  #findPositional(head: string): Value {
    const mode = head === '' ? 'automatic' : 'manual'
    if (this.#mode !== undefined && this.#mode !== mode) {
      valueError('cannot switch between manual field specification and automatic field numbering')
    }
    this.#mode = mode
    const index = head === '' ? this.#next++ : Number(head)
    const value = this.#args.positional[index]
    if (value !== undefined) return value
    const problem = `Replacement index ${index} out of range for positional args tuple`
    return fail('index-out-of-range', { pythonType: 'IndexError', problem })
  }
}

function splitFields(text: string): Piece[] {
  const pieces: Piece[] = []
  let literal = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char !== '{' && char !== '}') literal += char
    else if (text[at + 1] === char) {
      literal += char
      at++
    } else if (char === '}') valueError("Single '}' encountered in format string")
    else {
      const end = findEnd(text, at + 1)
      pieces.push({ text: literal }, { field: text.slice(at + 1, end) })
      literal = ''
      at = end
    }
  }
  return [...pieces, { text: literal }]
}

function findEnd(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return valueError(
    from >= text.length
      ? "Single '{' encountered in format string"
      : "expected '}' before end of string",
  )
}

interface Field {
  readonly name: string
  readonly conversion: string | undefined
  readonly spec: string
}

function splitField(field: string): Field {
  const [, name = '', conversion, spec = ''] =
    /^((?:[^[!:]|\[[^\]]*\])*)(?:!([^:]*))?(?::([^]*))?$/.exec(field) ??
    valueError("expected ':' after conversion specifier")
  return { name, conversion, spec }
}

function convert(value: Value, conversion: string): string {
  switch (conversion) {
    case 'r':
      return toRepr(value)
    case 's':
      return toText(value)
    case 'a':
      return toAscii(toRepr(value))
    default:
      return valueError(`Unknown conversion specifier '${conversion}'`)
  }
}

/** `ascii()` of a representation. */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0
    const hex = code.toString(16)
    if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
    return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
  })
}
