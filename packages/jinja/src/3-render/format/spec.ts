import { valueError } from '../errors.ts'

/** Python's format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
export interface FormatSpec {
  readonly fill: string
  readonly align: '<' | '>' | '=' | '^' | undefined
  readonly sign: '+' | '-' | ' ' | undefined
  /** `z`: a negative zero loses its sign. */
  readonly allowsNegativeZero: boolean
  readonly isAlternate: boolean
  readonly width: number
  readonly grouping: ',' | '_' | ''
  readonly precision: number | undefined
  readonly type: string
}

const SPEC = /^(?:([^])?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u
const MAX = 50_000_000

export function parseSpec(text: string): FormatSpec {
  const match = SPEC.exec(text)
  if (!match) return valueError(`Invalid format specifier '${text}'`)
  const [, fill, align, sign, coerced, alternate, zero, width, grouping, precision, type] = match
  const size = Number(width ?? 0)
  if (size > MAX || Number(precision ?? 0) > 100_000)
    valueError('Too many decimal digits in format string')
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: (align ?? (zero ? '=' : undefined)) as FormatSpec['align'],
    sign: sign as FormatSpec['sign'],
    allowsNegativeZero: coerced !== undefined,
    isAlternate: alternate !== undefined,
    width: size,
    grouping: (grouping ?? '') as FormatSpec['grouping'],
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? '',
  }
}
