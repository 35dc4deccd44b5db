import { isObject } from '../types/json.ts'
import {
  isFloatMarker,
  isIntMarker,
  numberOfMarker,
  type FloatMarker,
  type IntMarker,
} from './markers.ts'
import { isTextScalar } from './resolve-scalar.ts'

const WIDTH = 80

/** What is written as it is: a date. */
export class PlainScalar {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Scalar = null | boolean | number | string | FloatMarker | IntMarker | PlainScalar

export function isScalar(data: unknown): data is Scalar {
  if (typeof data !== 'object' || data === null || data instanceof PlainScalar) return true
  return isFloatMarker(data) || isIntMarker(data)
}

interface ScalarText {
  readonly text: string
  readonly isPlain: boolean
}

/** `start` is the column at which the scalar begins. */
export function scalarText(data: Scalar, start: number, indent: number, isKey = false): ScalarText {
  if (data === null) return { text: 'null', isPlain: true }
  if (data instanceof PlainScalar) return { text: data.text, isPlain: true }
  if (typeof data === 'boolean') return { text: String(data), isPlain: true }
  if (typeof data !== 'string') return { text: numberText(data), isPlain: true }
  if (isPlainText(data)) {
    return { text: isKey ? data : fold(data, start, indent, isBreakable), isPlain: true }
  }
  if (isSingleQuotable(data)) {
    return { text: singleQuoted(data, start, indent, isKey), isPlain: false }
  }
  return { text: doubleQuoted(data, start, indent, isKey), isPlain: false }
}

function numberText(data: number | FloatMarker | IntMarker): string {
  const number = typeof data === 'number' ? data : numberOfMarker(data)
  if (number === undefined || Number.isNaN(number)) return '.nan'
  if (!Number.isFinite(number)) return number < 0 ? '-.inf' : '.inf'
  const text = isObject(data) ? String(Object.values(data)[0]) : String(number)
  return text.replace(/^(-?\d+)e/, '$1.0e').replace(/e([-+])(\d)$/, 'e$10$2')
}

const SPECIAL = /[^\n\x20-\x7e]/
/** What cannot start a plain scalar, or stand in one. */
const INDICATORS = /^[#,[\]{}&*!|>'"%@`]|^[?:-](?:\s|$)|:(?:\s|$)|\s#|^(?:---|\.\.\.)/

function isPlainText(text: string): boolean {
  if (text === '' || /^\s|\s$|\n/.test(text)) return false
  if (SPECIAL.test(text) || INDICATORS.test(text)) return false
  // Text that would be read as something else is quoted; `=` and `<<` mean something to PyYAML alone.
  return isTextScalar(text) && text !== '=' && text !== '<<'
}

/** Blanks beside a line break would be lost. */
function isSingleQuotable(text: string): boolean {
  return !SPECIAL.test(text) && !/ \n|\n /.test(text)
}

function isBreakable(text: string, at: number): boolean {
  return text[at] === ' ' && text[at + 1] !== ' ' && text[at - 1] !== ' '
}

/** Breaks a line at the first single blank that lies beyond the width. */
function fold(
  text: string,
  start: number,
  indent: number,
  canBreak: (text: string, at: number) => boolean,
): string {
  let folded = ''
  let column = start
  for (let at = 0; at < text.length; at++) {
    if (column > WIDTH && canBreak(text, at)) {
      folded += `\n${' '.repeat(indent)}`
      column = indent
    } else {
      folded += text[at]
      column++
    }
  }
  return folded
}

function singleQuoted(text: string, start: number, indent: number, isKey: boolean): string {
  const escaped = text.replaceAll("'", "''")
  if (isKey) return `'${escaped}'`
  const canBreak = (line: string, at: number): boolean =>
    isBreakable(line, at) && at > 0 && at < line.length - 1
  const margin = ' '.repeat(indent)
  // A run of line breaks has one more when it is written: one alone would be read as a blank.
  const pieces = escaped.split(/(\n+)/).map((piece, index) => {
    if (index % 2 === 1) return `\n${piece}${margin}`
    return fold(piece, index === 0 ? start + 1 : indent, indent, canBreak)
  })
  return `'${pieces.join('')}'`
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\xa0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
}

/** Lines end with a backslash; one that begins with a blank has another before it. */
function doubleQuoted(text: string, start: number, indent: number, isKey: boolean): string {
  const chars = [...text]
  let quoted = '"'
  let column = start + 1
  chars.forEach((char, index) => {
    const escaped = escapeChar(char)
    const isEscaped = escaped !== char
    // PyYAML looks at the width before a blank and after an escape.
    const width = column + (isEscaped ? escaped.length : 0)
    const isInside = index > 0 && index < chars.length - 1
    const isOver = !isKey && isInside && (char === ' ' || isEscaped) && width > WIDTH
    if (isOver && isEscaped) {
      quoted += `${escaped}\\\n${' '.repeat(indent)}`
      column = indent
      if (chars[index + 1] === ' ') {
        quoted += '\\'
        column++
      }
      return
    }
    if (isOver) {
      quoted += `\\\n${' '.repeat(indent)}\\`
      column = indent + 1
    }
    quoted += escaped
    column += escaped.length
  })
  return `${quoted}"`
}

function escapeChar(char: string): string {
  if (!/["\\]|[^\x20-\x7e]/u.test(char)) return char
  const short = escapes[char]
  if (short !== undefined) return `\\${short}`
  const code = char.codePointAt(0) ?? 0
  const digits = code.toString(16).toUpperCase()
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}
