import type { Diagnostic } from '@btn/diagnostics'

/** Operators and brackets are their own type, so that the parser compares one string. */
export type TokenType =
  | 'data'
  | 'variable-begin'
  | 'variable-end'
  | 'block-begin'
  | 'block-end'
  | 'name'
  | 'string'
  | 'integer'
  | 'float'
  | 'error'
  | 'eof'
  | Operator

export type Operator = (typeof OPERATORS)[number]

export const OPERATORS = [
  ...(['//', '**', '==', '!=', '>=', '<='] as const),
  ...(['+', '-', '/', '*', '%', '~', '[', ']', '(', ')', '{', '}'] as const),
  ...(['>', '<', '=', '.', ':', '|', ',', ';'] as const),
] as const

export interface Token {
  readonly type: TokenType
  readonly start: number
  readonly end: number
  /** A name, the decoded text of a string, the digits of a number. */
  readonly text: string
  /** Only of an `error`: what the lexer could not read. */
  readonly mistake?: Diagnostic
}
