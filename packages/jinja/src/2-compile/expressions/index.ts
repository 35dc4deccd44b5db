import type { Expression, OfKind } from '../../1-parse/ast.ts'
import type { Place } from '../emit.ts'
import { emitCall } from './call.ts'
import { emitDictDisplay, emitListDisplay, emitTupleDisplay } from './displays.ts'
import { emitFilter, emitTest } from './filter.ts'
import { emitLiteral } from './literal.ts'
import { emitName } from './name.ts'
import {
  emitBinary,
  emitCompare,
  emitConcat,
  emitConditional,
  emitLogical,
  emitUnary,
} from './operators.ts'
import { emitAttribute, emitItem, emitSlice } from './subscripts.ts'

type Emit<N> = (node: N, place: Place) => string

const emitters: { readonly [K in Expression['kind']]: Emit<OfKind<Expression, K>> } = {
  attribute: emitAttribute,
  binary: emitBinary,
  call: (node, place) => emitCall(node, place),
  compare: emitCompare,
  concat: emitConcat,
  conditional: emitConditional,
  dict: emitDictDisplay,
  filter: emitFilter,
  item: emitItem,
  list: emitListDisplay,
  literal: emitLiteral,
  logical: emitLogical,
  name: emitName,
  slice: emitSlice,
  test: emitTest,
  tuple: emitTupleDisplay,
  unary: emitUnary,
}

/** JavaScript that gives the value of an expression. */
export function emitExpression(node: Expression, place: Place): string {
  // The table has one entry per kind; TypeScript cannot see that it is called with its own.
  return (emitters[node.kind] as Emit<Expression>)(node, place)
}

export function emitList(nodes: readonly Expression[], place: Place): string {
  return `[${nodes.map((it) => emitExpression(it, place)).join(',')}]`
}
