import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import { UndefinedUse } from '../errors.ts'
import type { HostObject, Value } from './value.ts'

/**
 * What a name gives that nobody defined. It prints as nothing and is false; anything else is the mistake that it carries.
 * A tolerant one gives itself for attributes, items and calls.
 */
export class Undefined implements HostObject {
  readonly typeName = 'Undefined'
  /** The name that was looked for. */
  readonly name: string
  readonly isTolerant: boolean
  readonly #describe: () => Diagnostic
  /** Where it came into being. */
  readonly #place: Span | undefined

  constructor(name: string, isTolerant: boolean, describe: () => Diagnostic, place?: Span) {
    this.name = name
    this.isTolerant = isTolerant
    this.#describe = describe
    this.#place = place
  }

  /** An undefined whose mistake is a sentence. */
  static saying(name: string, problem: string, isTolerant = false): Undefined {
    const params = { pythonType: 'UndefinedError', problem }
    return new Undefined(name, isTolerant, () => diagnostic('undefined-value', params))
  }

  /** The same, come into being at another place. */
  at(place: Span): Undefined {
    return new Undefined(this.name, this.isTolerant, this.#describe, place)
  }

  fail(): never {
    throw new UndefinedUse(this.#describe(), this.#place)
  }

  getAttribute(name: string): Value | undefined {
    if (this.isTolerant) return new Undefined(name, true, this.#describe, this.#place)
    return this.fail()
  }

  getItem(): Value {
    return this.isTolerant ? this : this.fail()
  }

  call(): Value {
    return this.isTolerant ? this : this.fail()
  }

  iterate(): Iterable<Value> {
    return []
  }

  size(): number {
    return 0
  }

  toText(): string {
    return ''
  }

  toRepr(): string {
    return 'Undefined'
  }

  isTruthy(): boolean {
    return false
  }

  equals(other: Value): boolean {
    return other instanceof Undefined
  }

  compare(): number {
    return this.fail()
  }

  hashKey(): unknown {
    return '\0undefined'
  }

  operate(): Value {
    return this.fail()
  }

  negate(): Value {
    return this.fail()
  }
}
