/** A piece of a Python program. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'operator' | 'newline' | 'indent' | 'dedent'
  /** As written; of an f-string, all of it. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** What stands in the braces of an f-string. */
  readonly inner?: readonly Token[]
}

/** What makes a text no Python program, as far as its tokens show. */
export class PythonSyntaxError extends Error {
  readonly offset: number

  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}
