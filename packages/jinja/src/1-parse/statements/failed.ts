import type { Span } from '@btn/diagnostics'
import type { Literal } from '../ast.ts'

/** Stands for an expression that could not be read, so that what follows its tag is read all the same. */
export function orFailed(span: Span): Literal {
  return { kind: 'literal', span, type: 'none', value: null }
}
