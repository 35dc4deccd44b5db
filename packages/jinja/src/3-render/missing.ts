import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import { methodNames } from './methods/index.ts'
import { typeName } from './type-name.ts'
import { findText, toRepr } from './values/text.ts'
import { Undefined } from './values/undefined.ts'
import type { Value } from './values/value.ts'

const pythonType = 'UndefinedError'

/** What `object.key` and `object[key]` give when there is neither. */
export function describeMissing(object: Value, key: Value, isTolerant: boolean): Value {
  const name = findText(key)
  if (name?.startsWith('__') && isPythonInternal(object, name)) return unsafe(object, name, isTolerant)
  return new Undefined(name ?? toRepr(key), isTolerant, () => describe(object, key))
}

function describe(object: Value, key: Value): Diagnostic {
  const owner = describeOwner(object)
  const name = findText(key)
  if (name === undefined) {
    return diagnostic('undefined-item', { pythonType, owner, key: toRepr(key) })
  }
  const nearest = findNearest(name, namesIn(object))
  return diagnostic('undefined-attribute', { pythonType, owner, name, nearest })
}

function describeOwner(object: Value): string {
  return object === null ? 'None' : `this ${typeName(object)}`
}

function* namesIn(object: Value): Iterable<string> {
  yield* methodNames(object)
  const isObject = typeof object === 'object' && object !== null && !Array.isArray(object)
  if (isObject && 'attributeNames' in object) yield* object.attributeNames?.() ?? []
}

/** Attributes that every Python object has and that Jinja's sandbox refuses. */
const INTERNALS: ReadonlySet<string> = new Set([
  '__class__',
  '__delattr__',
  '__dir__',
  '__doc__',
  '__eq__',
  '__format__',
  '__ge__',
  '__getattribute__',
  '__getstate__',
  '__gt__',
  '__hash__',
  '__init__',
  '__init_subclass__',
  '__le__',
  '__lt__',
  '__ne__',
  '__new__',
  '__reduce__',
  '__reduce_ex__',
  '__repr__',
  '__setattr__',
  '__sizeof__',
  '__str__',
  '__subclasshook__',
])

function isPythonInternal(object: Value, name: string): boolean {
  return INTERNALS.has(name) && !(object instanceof Undefined)
}

function unsafe(object: Value, name: string, isTolerant: boolean): Undefined {
  const problem = `attribute "${name}" of this ${typeName(object)} cannot be reached from a template`
  const params = { pythonType: 'SecurityError', problem }
  return new Undefined(name, isTolerant, () => diagnostic('unsafe-access', params))
}
