import { hostFunction } from '../host-function.ts'
import { Dict } from '../values/dict.ts'
import { Float } from '../values/float.ts'
import { Markup } from '../values/markup.ts'
import { SetValue } from '../values/set.ts'
import { isText } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import type { MethodRule, MethodTable } from './define.ts'
import { dictMethods } from './dict.ts'
import { listMethods } from './list.ts'
import { floatMethods, intMethods } from './numbers.ts'
import { setMethods } from './set.ts'
import { markupMethods } from './markup.ts'
import { textMethods } from './text.ts'
import { tupleMethods } from './tuple.ts'

function findTable(value: Value): MethodTable | undefined {
  if (typeof value === 'string') return textMethods
  if (typeof value !== 'object') return intMethods
  if (value === null) return undefined
  if (Array.isArray(value)) return listMethods
  if (value instanceof Dict) return dictMethods
  if (value instanceof Markup) return markupMethods
  if (isText(value)) return textMethods
  if (value instanceof Tuple) return tupleMethods
  if (value instanceof SetValue) return setMethods
  return value instanceof Float ? floatMethods : undefined
}

export function findMethodRule(object: Value, name: string): MethodRule | undefined {
  return findTable(object)?.get(name)
}

/** A method as a value of its own, as `{% set add = list.append %}` gives it; also what is a plain attribute in Python. */
export function findMethod(object: Value, name: string): Value | undefined {
  const rule = findMethodRule(object, name)
  if (!rule) return findPlainAttribute(object, name)
  return hostFunction(name, (args) => rule(object, args), { keepsTraces: true })
}

function findPlainAttribute(object: Value, name: string): Value | undefined {
  const isNumber = typeof object === 'number' || typeof object === 'bigint'
  if (isNumber || typeof object === 'boolean') {
    if (name === 'real' || name === 'numerator')
      return typeof object === 'boolean' ? Number(object) : object
    if (name === 'imag') return 0
    return name === 'denominator' ? 1 : undefined
  }
  if (!(object instanceof Float)) return undefined
  if (name === 'real') return object
  return name === 'imag' ? new Float(0) : undefined
}

export function methodNames(object: Value): Iterable<string> {
  return findTable(object)?.keys() ?? []
}
