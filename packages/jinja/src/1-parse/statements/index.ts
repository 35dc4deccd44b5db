import type { Statement } from '../ast.ts'
import type { Parser } from '../parser.ts'
import { readAutoescape } from './autoescape.ts'
import { readBlock } from './block.ts'
import { readCallBlock } from './call.ts'
import { readDo } from './do.ts'
import { readFilterBlock } from './filter.ts'
import { readFor } from './for.ts'
import { readIf } from './if.ts'
import { readJump } from './jump.ts'
import { readExtends, readFrom, readImport, readInclude } from './load.ts'
import { readMacro } from './macro.ts'
import { readMaterialization } from './materialization.ts'
import { readPrint } from './print.ts'
import { readSet } from './set.ts'
import { readWith } from './with.ts'

/** Reads a statement from behind its tag's name to its end; `start` is the offset of its first `{%`. */
export type StatementParser = (p: Parser, start: number) => Statement | readonly Statement[]

/** One line per tag. */
export const statementParsers: ReadonlyMap<string, StatementParser> = new Map<
  string,
  StatementParser
>([
  ['autoescape', readAutoescape],
  ['block', readBlock],
  ['break', readJump('break')],
  ['call', readCallBlock],
  ['continue', readJump('continue')],
  ['data_test', readMacro('data_test')],
  ['do', readDo],
  ['docs', readMacro('docs')],
  ['extends', readExtends],
  ['filter', readFilterBlock],
  ['for', readFor],
  ['from', readFrom],
  ['if', readIf],
  ['import', readImport],
  ['include', readInclude],
  ['macro', readMacro('macro')],
  ['materialization', readMaterialization],
  ['print', readPrint],
  ['set', readSet],
  ['snapshot', readMacro('snapshot')],
  ['test', readMacro('test')],
  ['with', readWith],
])
