import type { Json } from './basics.ts'
import type { Coded, Resource } from './node.ts'

export interface FunctionArgument {
  readonly name: string
  readonly dataType: string
  readonly description?: string
  readonly defaultValue?: Json
}

export interface FunctionReturns {
  readonly dataType: string
  readonly description?: string
}

/** The same function for other arguments; its body is a file of its own. */
export interface FunctionOverload {
  /** The name of that file. */
  readonly definedIn: string
  readonly arguments: readonly FunctionArgument[]
  readonly returns?: FunctionReturns
  readonly description?: string
  readonly rawBody: string
}

/** A function that is kept in the database. */
export interface UserFunction extends Resource, Coded {
  readonly kind: 'function'
  readonly language: 'sql' | 'python' | 'javascript'
  readonly arguments: readonly FunctionArgument[]
  /** Absent where no properties file tells; such a function cannot be built. */
  readonly returns?: FunctionReturns
  readonly overloads: readonly FunctionOverload[]
}
