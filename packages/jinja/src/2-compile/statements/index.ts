import type { OfKind, Statement } from '../../1-parse/ast.ts'
import type { Place } from '../emit.ts'
import { emitAutoescape } from './autoescape.ts'
import { emitBlock } from './block.ts'
import { emitCallBlock } from './call-block.ts'
import { emitDo } from './do.ts'
import { emitFilterBlock } from './filter-block.ts'
import { emitFor } from './for.ts'
import { emitIf } from './if.ts'
import { emitLoad } from './load.ts'
import { emitMacro } from './macro.ts'
import { emitOutput, emitText } from './output.ts'
import { emitSet, emitSetBlock } from './set.ts'
import { emitWith } from './with.ts'

type Emit<N> = (node: N, place: Place) => string

const emitters: { readonly [K in Statement['kind']]: Emit<OfKind<Statement, K>> } = {
  autoescape: emitAutoescape,
  block: emitBlock,
  break: () => 'break;',
  'call-block': emitCallBlock,
  continue: () => 'continue;',
  do: emitDo,
  extends: emitLoad,
  failed: () => '$.failed();',
  'filter-block': emitFilterBlock,
  for: emitFor,
  'from-import': emitLoad,
  if: emitIf,
  import: emitLoad,
  include: emitLoad,
  macro: emitMacro,
  output: emitOutput,
  set: emitSet,
  'set-block': emitSetBlock,
  text: emitText,
  with: emitWith,
}

/** JavaScript that runs a statement. */
export function emitStatement(node: Statement, place: Place): string {
  // The table has one entry per kind; TypeScript cannot see that it is called with its own.
  return (emitters[node.kind] as Emit<Statement>)(node, place)
}
