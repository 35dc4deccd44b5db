import { findItem } from '../attributes.ts'
import { typeError } from '../errors.ts'
import { describeMissing } from '../missing.ts'
import { findInt } from '../operators/numbers.ts'
import { isTruthy } from '../operators/truth.ts'
import { typeName } from '../type-name.ts'
import { findText } from '../values/text.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import type { Arg, FilterCall } from './define.ts'

/** An int, where an undefined is its own mistake. */
export function intOr(value: Arg, otherwise: number): number {
  if (value instanceof Undefined) return value.fail()
  return indexOr(value, otherwise)
}

/** An int, where Python accepts nothing else. */
export function indexOr(value: Arg, otherwise: number): number {
  if (value === undefined) return otherwise
  const int = findInt(value)
  if (int !== undefined) return Number(int)
  return typeError(`'${typeName(value)}' object cannot be interpreted as an integer`)
}

export function isSet(value: Arg): boolean {
  return value !== undefined && isTruthy(value)
}

/** A str, where Python would not convert. */
export function strictText(value: Value, what: string): string {
  if (value instanceof Undefined) return value.fail()
  return findText(value) ?? typeError(`${what} must be a str, not ${typeName(value)}`)
}

/** Looks up `a.b.0` in an item, as `attribute=` says it; None is the item itself. */
export type Getter = (item: Value) => Value

export function attributeGetter(attribute: Arg, { run }: FilterCall, otherwise?: Value): Getter {
  const isTolerant = run.rendering.undefinedMode === 'tolerant'
  const path = pathOf(attribute)
  return (item) => {
    let value = item
    for (const key of path) {
      const found = findItem(value, key)
      value = found === undefined ? describeMissing(value, key, isTolerant) : found
      if (otherwise !== undefined && otherwise !== null && value instanceof Undefined)
        value = otherwise
    }
    return value
  }
}

function pathOf(attribute: Arg): readonly Value[] {
  if (attribute === undefined || attribute === null) return []
  const text = findText(attribute)
  if (text === undefined) return [attribute]
  return text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** `a,b.c` looks up several things. */
export function attributesGetter(attribute: Arg, call: FilterCall): (item: Value) => Value[] {
  const text = attribute === undefined ? undefined : findText(attribute)
  const paths: readonly Arg[] = text === undefined ? [attribute] : text.split(',')
  const getters = paths.map((path) => attributeGetter(path, call))
  return (item) => getters.map((get) => get(item))
}

/** What is compared where case does not matter. */
export function ignoreCase(value: Value): Value {
  const text = findText(value)
  return text === undefined ? value : text.toLowerCase()
}
