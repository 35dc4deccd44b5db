import type { HostObject, Value } from './value.ts'

/** Python's float. A class of its own, because in JavaScript 1.0 and 1 are the same. */
export class Float implements HostObject {
  readonly typeName = 'float'
  readonly value: number

  constructor(value: number) {
    this.value = value
  }

  toRepr(): string {
    return formatFloat(this.value)
  }

  isTruthy(): boolean {
    return this.value !== 0
  }

  hashKey(): Value | number {
    const { value } = this
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value
  }
}

/** `repr` of a float: the shortest digits that read back the same, with an exponent from 1e16 and below 1e-4. */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const [mantissa = '', exponentText = ''] = value.toExponential().split('e')
  const exponent = Number(exponentText)
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? '-' : '+'
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  if (exponent < 0) return value.toFixed(digitsAfterPoint(mantissa, exponent))
  const text = String(value)
  return text.includes('.') ? text : `${text}.0`
}

function digitsAfterPoint(mantissa: string, exponent: number): number {
  const digits = mantissa.replace('-', '').replace('.', '').length
  return digits - 1 - exponent
}
