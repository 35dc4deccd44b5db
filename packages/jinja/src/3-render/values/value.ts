import type { Span, TracedText } from '@btn/diagnostics'
import type { Rendering, CallFrame } from '../rendering.ts'

/**
 * Everything a template can hold. Python's types map so: None `null`, bool `boolean`, int `number` (safe integers only) or
 * `bigint`, float `Float`, str `string | TracedText | Markup`, list `Value[]`; everything else is an object that says itself
 * what it can do (`HostObject`): `Tuple`, `Dict`, `SetValue`, `Undefined`, `Decimal`, `DateValue`, … and whatever the host adds.
 */
export type Value = null | boolean | number | bigint | string | TracedText | Value[] | HostObject

export type TextValue = string | TracedText

/** What a call hands over. */
export interface CallArguments {
  readonly positional: readonly Value[]
  readonly named: ReadonlyMap<string, Value>
  /** Where the call is written. */
  readonly callSite: Span
  /** The macro calls that led here, innermost first; undefined at the template itself. */
  readonly frame: CallFrame | undefined
  /** The rendering that the call belongs to; hand it on when calling back. */
  readonly rendering: Rendering
}

/**
 * An object with behaviour. All members but `typeName` are optional: what is missing, the object cannot do, and a template
 * that tries gets Python's error. A template reaches nothing that these members do not give it.
 */
export interface HostObject {
  /** Python's name of the type, for messages. */
  readonly typeName: string
  /** Keep the origins of text arguments when called; otherwise text arrives as plain strings. */
  readonly keepsTraces?: boolean
  /** `object.name`; undefined when there is no such attribute. */
  getAttribute?(name: string): Value | undefined
  setAttribute?(name: string, value: Value): void
  /** `object[key]`; undefined when there is no such item. */
  getItem?(key: Value): Value | undefined
  setItem?(key: Value, value: Value): void
  call?(args: CallArguments): Value | Promise<Value>
  iterate?(): Iterable<Value>
  size?(): number
  contains?(value: Value): boolean
  /** `str(object)`; the representation when missing. */
  toText?(): TextValue
  toRepr?(): string
  isTruthy?(): boolean
  equals?(other: Value): boolean
  /** Negative, zero or positive; undefined when the two have no order. */
  compare?(other: Value): number | undefined
  /** What stands for the object as a key of a dict or a member of a set: itself when missing; null means unhashable. */
  hashKey?(): unknown
  /** A binary operator with this object on its left (`isReflected` false) or right; undefined when it cannot. */
  operate?(operator: string, other: Value, isReflected: boolean): Value | undefined
  negate?(): Value
  /** `float(object)`; an object that has this counts as a number. */
  toNumber?(): number
  /** True for what Python's `Mapping` is: the test `mapping` holds. */
  readonly isMapping?: boolean
  /** `format(object, spec)`, as dates have it. */
  format?(spec: string): string
  /** The names that hints may offer. */
  attributeNames?(): Iterable<string>
}
