import type { Json } from '../types/index.ts'
import { floatMarker, intMarker } from './markers.ts'

/**
 * What a plain scalar means in YAML 1.1 as PyYAML reads it, which is what dbt uses: `yes` is true, `0777` is octal, `1:30` is
 * sixty-based, `1e5` is text. Dates become ISO text, as dbt makes of them.
 */
export function resolveScalar(text: string): Json {
  const first = text.charCodeAt(0)
  if (Number.isNaN(first)) return null
  const isNumeric = (first >= 0x2b && first <= 0x39) || first === 0x2e
  if (isNumeric) return resolveNumeric(text)
  return words.has(text) ? (words.get(text) ?? null) : text
}

const words = new Map<string, Json>([['~', null]])
for (const word of ['null', 'Null', 'NULL']) words.set(word, null)
for (const word of ['yes', 'true', 'on']) addCases(word, true)
for (const word of ['no', 'false', 'off']) addCases(word, false)

function addCases(word: string, value: boolean): void {
  words.set(word, value)
  words.set(word.charAt(0).toUpperCase() + word.slice(1), value)
  words.set(word.toUpperCase(), value)
}

const INT =
  /^[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/
const SPECIAL_FLOAT = /^(?:([-+]?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const DATE = /^\d{4}-\d\d-\d\d$/
const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(?:(Z)|([-+])(\d\d?)(?::(\d\d))?))?$/

function resolveNumeric(text: string): Json {
  if (INT.test(text)) return readInt(text)
  if (FLOAT.test(text)) return readFloat(text)
  const special = SPECIAL_FLOAT.exec(text)
  if (special)
    return floatMarker(special[1] === undefined ? NaN : special[1] === '-' ? -Infinity : Infinity)
  if (DATE.test(text)) return text
  const timestamp = TIMESTAMP.exec(text)
  return timestamp ? readTimestamp(timestamp) : text
}

/** True for what PyYAML takes for a date, and btn for text. */
export function isDate(text: string): boolean {
  return DATE.test(text) || TIMESTAMP.test(text)
}

/** True for what PyYAML takes for text. Quoted, it always is. */
export function isTextScalar(written: string): boolean {
  return typeof resolveScalar(written) === 'string' && !isDate(written)
}

function readInt(text: string): Json {
  const digits = text.replaceAll('_', '')
  const sign = digits.startsWith('-') ? -1n : 1n
  return intMarker(sign * readMagnitude(digits.replace(/^[-+]/, '')))
}

function readMagnitude(digits: string): bigint {
  if (digits === '0' || digits === '') return 0n
  if (/^0[bx]/.test(digits)) return digits.length === 2 ? 0n : BigInt(digits)
  if (digits.startsWith('0')) return BigInt(`0o${digits.slice(1)}`)
  if (!digits.includes(':')) return BigInt(digits)
  return digits.split(':').reduce((total, part) => total * 60n + BigInt(part), 0n)
}

function readFloat(text: string): Json {
  const digits = text.replaceAll('_', '')
  if (!digits.includes(':')) return floatMarker(Number(digits))
  const sign = digits.startsWith('-') ? -1 : 1
  const parts = digits.replace(/^[-+]/, '').split(':')
  return floatMarker(sign * parts.reduce((total, part) => total * 60 + Number(part), 0))
}

/** `2001-12-14t21:59:43.1 -5` as Python's `isoformat` writes it. */
function readTimestamp(match: RegExpExecArray): string {
  const pad = (part: string | undefined): string => (part ?? '0').padStart(2, '0')
  const [, year, month, day, hour, minute, second, fraction, zulu, sign, zoneHour, zoneMinute] =
    match
  const micros = (fraction ?? '').slice(0, 6).padEnd(6, '0')
  const zone = zulu ? '+00:00' : sign ? `${sign}${pad(zoneHour)}:${pad(zoneMinute)}` : ''
  const time = `${pad(hour)}:${minute}:${second}${micros === '000000' ? '' : `.${micros}`}`
  return `${year}-${pad(month)}-${pad(day)}T${time}${zone}`
}
