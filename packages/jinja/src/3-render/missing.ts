import { diagnostic, findNearest, type Diagnostic, type Span } from '@btn/diagnostics'
import { methodNames } from './methods/index.ts'
import { typeName } from './type-name.ts'
import { Dict } from './values/dict.ts'
import { findText, toRepr } from './values/text.ts'
import { Undefined } from './values/undefined.ts'
import type { Value } from './values/value.ts'

const pythonType = 'UndefinedError'

/** What `object.key` and `object[key]` give when there is neither. */
export function describeMissing(
  object: Value,
  key: Value,
  isTolerant: boolean,
  place?: Span,
): Value {
  const name = findText(key)
  if (name !== undefined && isInternal(object, name)) return unsafe(object, name, isTolerant, place)
  return new Undefined(name ?? toRepr(key), isTolerant, () => describe(object, key), place)
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
  if (object instanceof Dict) for (const key of object.keys()) yield findText(key) ?? ''
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

const OF_CONTAINERS = ['__contains__', '__getitem__', '__iter__', '__len__']
const OF_NUMBERS = ['__abs__', '__add__', '__bool__', '__float__', '__int__', '__mul__', '__sub__']
const OF_CODE = ['__call__', '__closure__', '__code__', '__globals__', '__name__', '__module__']
const OF_CLASSES = ['__base__', '__bases__', '__call__', '__mro__', '__subclasses__', 'mro']
const OF_TYPES: Readonly<Record<string, readonly string[]>> = {
  dict: [...OF_CONTAINERS, '__delitem__', '__setitem__'],
  float: OF_NUMBERS,
  function: OF_CODE,
  int: OF_NUMBERS,
  list: [...OF_CONTAINERS, '__add__', '__delitem__', '__mul__', '__setitem__'],
  set: ['__contains__', '__iter__', '__len__'],
  str: [...OF_CONTAINERS, '__add__', '__mod__', '__mul__'],
  tuple: [...OF_CONTAINERS, '__add__', '__mul__'],
  type: OF_CLASSES,
}

/** Is this an attribute that Python's object has, and that Jinja's sandbox refuses? */
export function isInternal(object: Value, name: string): boolean {
  const isHidden = name.startsWith('_') || name === 'mro'
  if (!isHidden || object instanceof Undefined) return false
  return INTERNALS.has(name) || (OF_TYPES[typeName(object)]?.includes(name) ?? false)
}

function unsafe(
  object: Value,
  name: string,
  isTolerant: boolean,
  place: Span | undefined,
): Undefined {
  const problem = `attribute "${name}" of this ${typeName(object)} cannot be reached from a template`
  const params = { pythonType: 'SecurityError', problem }
  return new Undefined(name, isTolerant, () => diagnostic('unsafe-access', params), place)
}
