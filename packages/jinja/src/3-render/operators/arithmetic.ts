import { TracedText } from '@btn/diagnostics'
import { overflowError, typeError, zeroDivision } from '../errors.ts'
import { formatPercent } from '../format/percent.ts'
import { typeName } from '../type-name.ts'
import { Float } from '../values/float.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { SetValue } from '../values/set.ts'
import { isText, plain } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import { findHost } from '../values/host.ts'
import type { Value } from '../values/value.ts'
import { findInt, findNumber, toInt, type Int } from './numbers.ts'
import { divideInts, floorDivideInts, moduloInts, powerOfInts } from './integers.ts'
import { floorDivideFloats, moduloFloats, powerOfFloats } from './floats.ts'

export type Operator = '+' | '-' | '*' | '/' | '//' | '%' | '**'

type IntRule = (left: Int, right: Int) => Value
type FloatRule = (left: number, right: number) => number

const INT_RULES: Readonly<Record<Operator, IntRule>> = {
  '+': (left, right) => toInt(BigInt(left) + BigInt(right)),
  '-': (left, right) => toInt(BigInt(left) - BigInt(right)),
  '*': (left, right) => toInt(BigInt(left) * BigInt(right)),
  '/': divideInts,
  '//': floorDivideInts,
  '%': moduloInts,
  '**': powerOfInts,
}

const FLOAT_RULES: Readonly<Record<Operator, FloatRule>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? zeroDivision() : left / right),
  '//': floorDivideFloats,
  '%': moduloFloats,
  '**': powerOfFloats,
}

export function add(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right
    if (Number.isSafeInteger(sum)) return sum
  }
  if (typeof left === 'string' && typeof right === 'string') return left + right
  return operate('+', left, right)
}

/** Python's binary operators. */
export function operate(operator: Operator, left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    const small = operator === '-' ? left - right : operator === '*' ? left * right : undefined
    if (Number.isSafeInteger(small) && small !== undefined) return small + 0
  }
  return (
    findArithmetic(operator, left, right) ??
    findSequence(operator, left, right) ??
    findByObject(operator, left, right) ??
    unsupported(operator, left, right)
  )
}

function findArithmetic(operator: Operator, left: Value, right: Value): Value | undefined {
  const first = findInt(left)
  const second = findInt(right)
  if (first !== undefined && second !== undefined) return INT_RULES[operator](first, second)
  const x = findFinite(left)
  const y = x === undefined ? undefined : findFinite(right)
  return x === undefined || y === undefined ? undefined : new Float(FLOAT_RULES[operator](x, y))
}

/** The number that an int or float is; an int beyond all floats is an error. */
function findFinite(value: Value): number | undefined {
  const number = findNumber(value)
  if (typeof value === 'bigint' && !Number.isFinite(number)) {
    overflowError('int too large to convert to float')
  }
  return number
}

function findSequence(operator: Operator, left: Value, right: Value): Value | undefined {
  switch (operator) {
    case '+':
      return joinSequences(left, right)
    case '*':
      return repeat(left, right) ?? repeat(right, left)
    case '%':
      return isText(left) ? formatPercent(left, right) : undefined
    case '-':
      if (!(left instanceof SetValue && right instanceof SetValue)) return undefined
      return new SetValue([...left.iterate()].filter((it) => !right.contains(it)))
    default:
      return undefined
  }
}

function joinSequences(left: Value, right: Value): Value | undefined {
  if (isText(left) && isText(right)) {
    if (left instanceof Markup || right instanceof Markup) {
      return new Markup(asMarkup(left) + asMarkup(right))
    }
    return TracedText.join([left, right])
  }
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right]
  if (!(left instanceof Tuple && right instanceof Tuple)) return undefined
  return new Tuple([...left.items, ...right.items])
}

function asMarkup(value: Parameters<typeof plain>[0]): string {
  return value instanceof Markup ? value.text : escapeHtml(plain(value))
}

const MAX_REPEATED = 50_000_000

function repeat(sequence: Value, times: Value): Value | undefined {
  const count = findInt(times)
  if (count === undefined) return undefined
  const n = Math.max(0, Number(count))
  if (isText(sequence)) {
    const text = plain(sequence)
    checkSize(text.length * n)
    return sequence instanceof Markup ? new Markup(text.repeat(n)) : text.repeat(n)
  }
  if (Array.isArray(sequence)) return repeatItems(sequence, n)
  return sequence instanceof Tuple ? new Tuple(repeatItems(sequence.items, n)) : undefined
}

function repeatItems(items: readonly Value[], times: number): Value[] {
  checkSize(items.length * times)
  return Array.from({ length: times }, () => items).flat()
}

function checkSize(size: number): void {
  if (size > MAX_REPEATED)
    overflowError('the result of this repetition is too large', 'MemoryError')
}

function findByObject(operator: Operator, left: Value, right: Value): Value | undefined {
  const result = findHost(left)?.operate?.(operator, right, false)
  return result ?? findHost(right)?.operate?.(operator, left, true)
}

function unsupported(operator: Operator, left: Value, right: Value): never {
  if (operator === '+') {
    if (isText(left)) {
      typeError(`can only concatenate str (not "${typeName(right)}") to str`)
    }
    const isSequence = Array.isArray(left) || left instanceof Tuple
    const type = typeName(left)
    if (isSequence) typeError(`can only concatenate ${type} (not "${typeName(right)}") to ${type}`)
  }
  const name = operator === '**' ? '** or pow()' : operator
  const types = `'${typeName(left)}' and '${typeName(right)}'`
  return typeError(`unsupported operand type(s) for ${name}: ${types}`)
}

export function negate(value: Value): Value {
  const int = findInt(value)
  if (int !== undefined) return typeof int === 'bigint' ? toInt(-int) : 0 - int
  if (value instanceof Float) return new Float(-value.value)
  const result = findHost(value)?.negate?.()
  return result ?? typeError(`bad operand type for unary -: '${typeName(value)}'`)
}

/** Unary plus. */
export function affirm(value: Value): Value {
  if (value instanceof Undefined) return value.fail()
  const int = findInt(value)
  if (int !== undefined) return int
  if (value instanceof Float || findHost(value)?.negate) return value
  return typeError(`bad operand type for unary +: '${typeName(value)}'`)
}
