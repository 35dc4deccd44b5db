import type { Span } from '@btn/diagnostics'
import type { NamedSpan } from '../3-render/run.ts'
import type { Variable } from './symbols.ts'

/** The names of one Jinja scope. */
export class Names {
  readonly parent: Names | undefined
  readonly #variables = new Map<string, Variable>()
  readonly #findRead: () => ReadonlySet<string>
  #read: ReadonlySet<string> | undefined

  constructor(parent?: Names, findRead: () => ReadonlySet<string> = () => new Set()) {
    this.parent = parent
    this.#findRead = findRead
  }

  /** Does this scope, or one around it, read the name itself? */
  reads(name: string): boolean {
    this.#read ??= this.#findRead()
    return this.#read.has(name) || (this.parent?.reads(name) ?? false)
  }

  declare(name: string, variable: Variable): void {
    this.#variables.set(name, variable)
  }

  find(name: string): Variable | undefined {
    return this.#variables.get(name) ?? this.parent?.find(name)
  }

  /** All names that can be seen from here, the nearest meaning of each. */
  all(): ReadonlyMap<string, Variable> {
    return new Map([...(this.parent?.all() ?? []), ...this.#variables])
  }
}

/** What belongs to one JavaScript function that is being written. */
export interface FunctionState {
  /** Variables to declare at its top. */
  readonly temporaries: string[]
  /** It hands over what `return()` ends it with. */
  readonly isMacro: boolean
}

/** What belongs to one compilation: the constants and the counter of names. */
export interface Unit {
  /** What the code refers to as `K[n]`: spans, texts, floats, filters, … No text of the user is in the code itself. */
  readonly constants: unknown[]
  readonly isNative: boolean
  readonly hasBlocks: boolean
  /** The names of the context that the code asks for, each with its number. */
  readonly contextNames: Map<string, number>
  /** The functions of `{% block %}` by name. */
  readonly blocks: Map<string, string>
  counter: number
}

/** Where code is being written to, and what it can see there. Immutable; inner places are copies. */
export interface Place {
  readonly unit: Unit
  readonly fn: FunctionState
  readonly names: Names
  /** The variable of the buffer that output goes to. */
  readonly out: string
  /** JavaScript that says whether output is escaped: `false`, `true` or a variable. */
  readonly autoescape: string
  /** At the template's own level, where assignments are visible to blocks. */
  readonly isTop: boolean
  /** Writes into the root of a native rendering, which keeps values as they are. */
  readonly isNativeRoot: boolean
  /** In a branch, where an unknown filter is a mistake only once it is reached. */
  readonly isConditional: boolean
}

export function startUnit(isNative: boolean, hasBlocks: boolean): Unit {
  const contextNames = new Map<string, number>()
  return { constants: [], isNative, hasBlocks, contextNames, blocks: new Map(), counter: 0 }
}

export function startFunction(isMacro = false): FunctionState {
  return { temporaries: [], isMacro }
}

/** A JavaScript name that nothing else uses. */
export function fresh(place: Place, prefix = 'v'): string {
  return `${prefix}${++place.unit.counter}`
}

export function temporary(place: Place): string {
  const name = fresh(place, 't')
  place.fn.temporaries.push(name)
  return name
}

/** JavaScript that gives a value kept beside the code. */
export function constant(place: Place, value: unknown): string {
  return `K[${place.unit.constants.push(value) - 1}]`
}

/** JavaScript to pass as a last, ignored argument: notes what is going on, for mistakes. Evaluated after all others. */
export function at(place: Place, span: Span): string {
  return `p=${place.unit.constants.push(span) - 1}`
}

/** As `at`, and gives the place to what is called. */
export function noted(place: Place, span: Span): string {
  return `K[p=${place.unit.constants.push(span) - 1}]`
}

/** As `noted`, for a piece of code with a name in it. */
export function notedWithName(place: Place, whole: Span, name: Span): string {
  const site: NamedSpan = { ...whole, name }
  return noted(place, site)
}

/** A text as a JavaScript literal. */
export function quote(text: string): string {
  return JSON.stringify(text)
}

/** The function's declarations and its body, with every mistake given its place. */
export function finishFunction(fn: FunctionState, body: string): string {
  const variables = ['p', 'w', ...fn.temporaries]
  return `let ${variables.join(',')};try{${body}}catch(e){throw $.locate(e,K[p])}`
}
