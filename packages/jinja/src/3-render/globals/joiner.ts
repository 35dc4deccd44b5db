import { hostFunction } from '../host-function.ts'
import { readArguments } from '../match-arguments.ts'
import type { CallArguments, HostObject, Value } from '../values/value.ts'

/** What `joiner(…)` gives: nothing at its first call, the separator at every other. */
class Joiner implements HostObject {
  readonly typeName = 'Joiner'
  readonly #separator: Value
  #isUsed = false

  constructor(separator: Value) {
    this.#separator = separator
  }

  call(): Value {
    if (this.#isUsed) return this.#separator
    this.#isUsed = true
    return ''
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'sep') return this.#separator
    return name === 'used' ? this.#isUsed : undefined
  }
}

export const joinerFunction = hostFunction('joiner', makeJoiner, { typeName: 'type' })

function makeJoiner(args: CallArguments): Value {
  const [separator] = readArguments(args, 'joiner', ['sep?'])
  return new Joiner(separator === undefined ? ', ' : separator)
}
