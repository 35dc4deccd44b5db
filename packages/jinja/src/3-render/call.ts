import { TracedText } from '@btn/diagnostics'
import { typeError } from './errors.ts'
import { findMethodRule } from './methods/index.ts'
import { typeName } from './type-name.ts'
import { isText } from './values/text.ts'
import type { CallArguments, HostObject, Value } from './values/value.ts'

export function isCallable(value: Value): value is HostObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject && !isText(value) && value.call !== undefined
}

/** Calls a value with arguments. */
export function callValue(callee: Value, args: CallArguments): Value | Promise<Value> {
  if (!isCallable(callee) || !callee.call)
    return typeError(`'${typeName(callee)}' object is not callable`)
  return callee.call(callee.keepsTraces ? args : withoutTraces(args))
}

/** Calls a method of one of Python's types; undefined when the object has no such method. */
export function callMethod(
  object: Value,
  name: string,
  args: CallArguments,
): Value | Promise<Value> | undefined {
  const isHost = typeof object === 'object' && object !== null && !Array.isArray(object)
  if (isHost && 'getAttribute' in object) return undefined
  return findMethodRule(object, name)?.(object, args)
}

function withoutTraces(args: CallArguments): CallArguments {
  const { positional, named } = args
  const hasTraces = positional.some(isTraced) || [...named.values()].some(isTraced)
  if (!hasTraces) return args
  return {
    ...args,
    positional: positional.map(withoutTrace),
    named: new Map([...named].map(([name, value]) => [name, withoutTrace(value)])),
  }
}

function isTraced(value: Value): boolean {
  return value instanceof TracedText
}

function withoutTrace(value: Value): Value {
  return value instanceof TracedText ? value.text : value
}
