import { formatFloat } from '../values/float.ts'
import { toFixedDigits, toScientific, type Scientific } from './float-digits.ts'

export interface FloatStyle {
  /** `e`, `f`, `g`, `%`, their capitals, or nothing: as `repr`. */
  readonly type: string
  readonly precision: number | undefined
  /** `#`: keep the point and trailing zeros. */
  readonly isAlternate: boolean
}

/** The digits of a float without its sign. */
export function formatMagnitude(value: number, style: FloatStyle): string {
  const text = formatLower(Math.abs(value), { ...style, type: style.type.toLowerCase() })
  return style.type !== style.type.toLowerCase() ? text.toUpperCase() : text
}

function formatLower(value: number, style: FloatStyle): string {
  if (!Number.isFinite(value)) {
    const word = Number.isNaN(value) ? 'nan' : 'inf'
    return style.type === '%' ? `${word}%` : word
  }
  const precision = style.precision ?? 6
  switch (style.type) {
    case 'f':
      return fixed(value, precision, style.isAlternate)
    case '%':
      return `${fixed(value * 100, precision, style.isAlternate)}%`
    case 'e':
      return exponential(toScientific(value, precision + 1), style.isAlternate)
    case 'g':
    case 'n':
      return general(value, precision, style.isAlternate, 0)
    default:
      if (style.precision === undefined) return formatFloat(value)
      return withPoint(general(value, style.precision, style.isAlternate, 1))
  }
}

function fixed(value: number, precision: number, keepsPoint: boolean): string {
  const text = toFixedDigits(value, precision)
  return keepsPoint && precision === 0 ? `${text}.` : text
}

function exponential({ digits, exponent }: Scientific, keepsPoint: boolean): string {
  const point = digits.length > 1 || keepsPoint ? '.' : ''
  const sign = exponent < 0 ? '-' : '+'
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${digits.slice(0, 1)}${point}${digits.slice(1)}e${sign}${size}`
}

/** The shorter of fixed and exponential; `reserved` digits are kept for a decimal place. */
function general(value: number, precision: number, isAlternate: boolean, reserved: number): string {
  const significant = Math.max(precision, 1)
  const scientific = toScientific(value, significant)
  const { exponent } = scientific
  const isExponential = exponent < -4 || exponent >= significant - reserved
  if (!isExponential) {
    const text = toFixedDigits(value, Math.max(0, significant - 1 - exponent))
    return isAlternate ? (text.includes('.') ? text : `${text}.`) : trimZeros(text)
  }
  if (isAlternate) return exponential(scientific, true)
  const digits = scientific.digits.replace(/0+$/, '') || '0'
  return exponential({ digits, exponent }, false)
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function withPoint(text: string): string {
  return /[.en]/.test(text) ? text : `${text}.0`
}
