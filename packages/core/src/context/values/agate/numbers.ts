import type { Value } from '@btn/jinja'
import { asDecimal, DecimalLimit, type Decimal } from '../../python/decimal.ts'

/** Digits that Python's decimals keep. */
const PRECISION = 28

function digitsOf(value: bigint): string {
  return (value < 0n ? -value : value).toString()
}

/** Without zeros at the end: the digits that count, and the power of ten of the last of them. */
function significant({ digits, scale }: Decimal): { readonly digits: string; exponent: number } {
  const text = digitsOf(digits)
  const kept = text.replace(/0+$/, '')
  if (kept === '') return { digits: '0', exponent: 0 }
  return { digits: kept, exponent: text.length - kept.length - scale }
}

/** The number of a cell; undefined for none. */
export function numberIn(cell: Value): Decimal | undefined {
  return cell === null ? undefined : asDecimal(cell)
}

/** How many decimal places the values need. */
export function decimalPlaces(values: Iterable<Value>): number {
  let whole = 1
  let places = 0
  for (const value of values) {
    const decimal = numberIn(value)
    if (!decimal) continue
    const { digits, exponent } = significant(decimal)
    whole = Math.max(whole, digits.length + exponent)
    places = Math.max(places, -exponent)
  }
  return whole + places > PRECISION ? PRECISION - whole : places
}

/** `1,234.50`: halves go to the even neighbour. What is no number, or endless, is undefined. */
export function formatNumber(value: Value, places: number): string | undefined {
  if (value instanceof DecimalLimit && Number.isNaN(value.toNumber())) return 'NaN'
  const decimal = asDecimal(value)
  if (!decimal) return undefined
  const text = digitsOf(rounded(decimal, places)).padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = decimal.digits < 0n ? '-' : ''
  return `${sign}${whole}${places > 0 ? `.${text.slice(text.length - places)}` : ''}`
}

function rounded({ digits, scale }: Decimal, places: number): bigint {
  if (scale <= places) return digits * 10n ** BigInt(places - scale)
  const divisor = 10n ** BigInt(scale - places)
  const quotient = digits / divisor
  const rest = digits % divisor
  const twice = (rest < 0n ? -rest : rest) * 2n
  const isUp = twice > divisor || (twice === divisor && quotient % 2n !== 0n)
  return isUp ? quotient + (digits < 0n ? -1n : 1n) : quotient
}

/** Round numbers around two others: what an axis begins and ends with. */
export function roundLimits(low: Decimal, high: Decimal): readonly [Decimal, Decimal] {
  const [a, b] = [significant(low), significant(high)]
  const most = Math.max(a.digits.length + a.exponent, b.digits.length + b.exponent)
  const exponent = most > 0 ? most - 1 : Math.max(a.exponent, b.exponent) + 1
  return [low.roundedTo(exponent, 'floor'), high.roundedTo(exponent, 'ceiling')]
}
