import { argumentError } from './errors.ts'
import { Dict } from './values/dict.ts'
import type { Value } from './values/value.ts'

export interface GivenArguments {
  readonly positional: readonly Value[]
  readonly named: ReadonlyMap<string, Value>
}

/**
 * Python's way of matching arguments: `readArguments(args, 'ref', ['name', 'package?'])` gives the values by position, undefined
 * where an optional one (`?`) is missing. `*rest` and `**rest` collect the others, as a list and as a Dict; `/` and `*` alone end
 * the parameters that go by position only, and begin those that go by name only. Wrong arguments are what they are in Python:
 * a TypeError.
 */
export function readArguments(
  args: GivenArguments,
  functionName: string,
  parameters: readonly string[],
): (Value | undefined)[] {
  if (isSimple(args, parameters)) return parameters.map((_, at) => args.positional[at])
  return new Matching(args, functionName).match(parameters)
}

/** Only positional arguments, one for each parameter that has to have one. */
function isSimple({ named, positional }: GivenArguments, parameters: readonly string[]): boolean {
  if (named.size > 0 || positional.length > parameters.length) return false
  return parameters.every(
    (it, at) => !it.startsWith('*') && it !== '/' && (at < positional.length || it.endsWith('?')),
  )
}

class Matching {
  readonly #name: string
  readonly #positional: Value[]
  readonly #named: Map<string, Value>
  readonly #given: number

  constructor(args: GivenArguments, name: string) {
    this.#name = name
    this.#positional = [...args.positional]
    this.#given = args.positional.length
    this.#named = new Map(args.named)
  }

  match(parameters: readonly string[]): (Value | undefined)[] {
    const values: (Value | undefined)[] = []
    const positionalOnly = parameters.indexOf('/')
    let isByName = false
    let takesRest = false
    for (const [index, parameter] of parameters.entries()) {
      if (parameter === '/') continue
      if (parameter.startsWith('**')) {
        values.push(new Dict(this.#named))
        this.#named.clear()
      } else if (parameter.startsWith('*')) {
        if (parameter !== '*') {
          values.push(this.#positional.splice(0))
          takesRest = true
        }
        isByName = true
      } else values.push(this.#take(parameter, isByName, index < positionalOnly))
    }
    this.#refuseRest(parameters, takesRest)
    return values
  }

  #take(parameter: string, isByName: boolean, isByPosition: boolean): Value | undefined {
    const isOptional = parameter.endsWith('?')
    const name = isOptional ? parameter.slice(0, -1) : parameter
    const positional = isByName ? undefined : this.#positional.shift()
    const named = isByPosition ? undefined : this.#named.get(name)
    if (!isByPosition) this.#named.delete(name)
    if (positional !== undefined && named !== undefined) {
      argumentError(`${this.#name}() got multiple values for argument '${name}'`)
    }
    const value = positional ?? named
    if (value !== undefined || positional === null || named === null) return value ?? null
    return isOptional
      ? undefined
      : argumentError(`${this.#name}() is missing the argument '${name}'`)
  }

  #refuseRest(parameters: readonly string[], takesRest: boolean): void {
    const [unknown] = this.#named.keys()
    if (unknown !== undefined) {
      argumentError(`${this.#name}() got an unexpected keyword argument '${unknown}'`)
    }
    if (takesRest || this.#positional.length === 0) return
    const count = parameters.filter((it) => it !== '/' && !it.startsWith('*')).length
    argumentError(`${this.#name}() takes ${count} arguments, but ${this.#given} were given`)
  }
}
