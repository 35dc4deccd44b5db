import { intOf, toInt, type Int } from './numbers.ts'
import { isSpace } from '../../1-parse/whitespace.ts'

/** The text without white space around it, and with the digits of all scripts as ASCII ones. */
function trimmed(text: string): string {
  if (/[^\0-\x7f]/.test(text)) return trimmed(toAsciiDigits(text))
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

/** The digits of each script stand together, 0 first. */
function toAsciiDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (char) => {
    if (!/\p{Nd}/u.test(char)) return isSpace(char.charCodeAt(0)) ? ' ' : '?'
    let zero = char.codePointAt(0) ?? 0
    const code = zero
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--
    return String(code - zero)
  })
}

const FLOAT = /^[+-]?(?:(?:\d+(?:_\d+)*)?\.\d+(?:_\d+)*|\d+(?:_\d+)*\.?)(?:e[+-]?\d+(?:_\d+)*)?$/i

/** `float(text)`; undefined where Python raises a ValueError. */
export function parseFloatText(text: string): number | undefined {
  const bare = trimmed(text)
  if (FLOAT.test(bare)) return Number(bare.replaceAll('_', ''))
  const word = /^([+-]?)(?:(inf|infinity)|nan)$/i.exec(bare)
  if (!word) return undefined
  if (word[2] === undefined) return Number.NaN
  return word[1] === '-' ? -Infinity : Infinity
}

const PREFIXES: Readonly<Record<string, number>> = { '0b': 2, '0o': 8, '0x': 16 }

/** `int(text, base)`; undefined where Python raises a ValueError. Base 0 reads the prefix. */
export function parseIntText(text: string, base: number): Int | undefined {
  if (base !== 0 && (base < 2 || base > 36)) return undefined
  const match = /^([+-]?)(0[box])?(_?[0-9a-z]+(?:_[0-9a-z]+)*)$/i.exec(trimmed(text))
  if (!match) return undefined
  const [, sign, prefix = '', rest = ''] = match
  const prefixBase = PREFIXES[prefix.toLowerCase()]
  const isPrefixed = prefixBase !== undefined && (base === 0 || base === prefixBase)
  const digits = isPrefixed ? rest : prefix + rest
  if (!isPrefixed && digits.startsWith('_')) return undefined
  const radix = base !== 0 ? base : isPrefixed ? (prefixBase ?? 10) : 10
  if (base === 0 && !isPrefixed && /^0+[1-9]/.test(digits)) return undefined
  const value = readDigits(digits.replaceAll('_', '').toLowerCase(), radix)
  return value === undefined ? undefined : toInt(sign === '-' ? -value : value)
}

function readDigits(digits: string, radix: number): bigint | undefined {
  if (digits.length > 100_000) return undefined
  let value = 0n
  for (const char of digits) {
    const digit = Number.parseInt(char, 36)
    if (digit >= radix) return undefined
    value = value * BigInt(radix) + BigInt(digit)
  }
  return value
}

/** The int that a finite float is cut off to. */
export function truncateFloat(value: number): Int {
  return intOf(Math.trunc(value) + 0)
}
