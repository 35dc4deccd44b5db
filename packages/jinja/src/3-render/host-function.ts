import type { CallArguments, HostObject, Value } from './values/value.ts'

export interface FunctionOptions {
  /** Text arguments arrive as TracedText where they have origins. */
  readonly keepsTraces?: boolean
  /** Python's name of its type; `type` for what is a class there. */
  readonly typeName?: string
  /** `function.name` in templates, as `var.has_var`. */
  readonly attributes?: Readonly<Record<string, Value>>
}

type Body = (args: CallArguments) => Value | Promise<Value>

class HostFunction implements HostObject {
  readonly typeName: string
  readonly keepsTraces: boolean
  readonly call: Body
  readonly #name: string
  readonly #attributes: ReadonlyMap<string, Value>

  constructor(name: string, call: Body, options: FunctionOptions) {
    const { keepsTraces = false, attributes = {}, typeName = 'function' } = options
    this.typeName = typeName
    this.#name = name
    this.call = call
    this.keepsTraces = keepsTraces
    this.#attributes = new Map(Object.entries(attributes))
  }

  getAttribute(name: string): Value | undefined {
    return this.#attributes.get(name)
  }

  attributeNames(): Iterable<string> {
    return this.#attributes.keys()
  }

  toRepr(): string {
    return this.typeName === 'type' ? `<class '${this.#name}'>` : `<function ${this.#name}>`
  }
}

/**
 * A function of the host as a value. It may give a promise, or throw a `DiagnosticError`, which is placed at the call when it
 * has no span.
 */
export function hostFunction(name: string, call: Body, options: FunctionOptions = {}): HostObject {
  return new HostFunction(name, call, options)
}
