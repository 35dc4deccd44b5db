import type { Value } from '@btn/jinja'
import { asDecimal, Decimal } from '../../python/decimal.ts'
import { parseIso } from '../../python/parse-iso.ts'
import { castTo, type AgateType } from './data-type.ts'

const NULLS: ReadonlySet<string> = new Set(['', 'na', 'n/a', 'none', 'null', '.'])
const TRUE: ReadonlySet<string> = new Set(['yes', 'y', 'true', 't', '1'])
const FALSE: ReadonlySet<string> = new Set(['no', 'n', 'false', 'f', '0'])

/** Tried in this order; the first that fits every value of a column is its type. */
const GUESSES: readonly AgateType[] = ['Boolean', 'Number', 'TimeDelta', 'Date', 'DateTime', 'Text']

/** Words that stand for nothing. */
export function isNullWord(text: string): boolean {
  return NULLS.has(text.trim().toLowerCase())
}

export interface Guess {
  readonly type: AgateType
  readonly values: readonly Value[]
}

/**
 * The type of a column that a table gets when nothing says it, as agate guesses it, and the values in that type: `'12'` becomes
 * a number, `'yes'` true. Dates in text are known in ISO's form only.
 */
export function guessType(values: readonly Value[]): Guess {
  for (const type of GUESSES) {
    const read = values.map((value) => readAs(type, value))
    if (read.every((value) => value !== undefined)) return { type, values: read }
  }
  return { type: 'Text', values }
}

function readAs(type: AgateType, value: Value): Value | undefined {
  if (typeof value === 'string') return readText(type, value.trim(), value)
  if (type === 'Boolean' && typeof value !== 'boolean' && value !== null) return readBit(value)
  if (type === 'Number' && typeof value === 'boolean') return new Decimal(value ? 1n : 0n, 0)
  return castTo(type, value)
}

function readBit(value: Value): boolean | undefined {
  const decimal = asDecimal(value)
  if (decimal?.compare(0) === 0) return false
  return decimal?.compare(1) === 0 ? true : undefined
}

function readText(type: AgateType, text: string, whole: string): Value | undefined {
  const lower = text.toLowerCase()
  if (isNullWord(text)) return null
  if (type === 'Text') return whole
  if (type === 'Boolean') return TRUE.has(lower) ? true : FALSE.has(lower) ? false : undefined
  if (type === 'Number') return Decimal.parse(text.replace(/^%|%$/g, '').replaceAll(',', ''))
  if (type === 'TimeDelta') return undefined
  const moment = parseIso(text)
  return moment && castTo(type, moment)
}
