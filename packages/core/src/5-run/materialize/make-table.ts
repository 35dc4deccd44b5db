import type { ExecuteResult } from '@btn/adapter'
import type { Value } from '@btn/jinja'
import { isPythonFile } from '../../python/is-python.ts'
import { macroText, type Build } from './build.ts'
import type { Layout } from './layout.ts'
import { runPython } from './run-python.ts'

export interface MakeOptions {
  readonly layout?: Layout
  /** The table lives no longer than the connection. */
  readonly isTemporary?: boolean
  /** This is what `target/run` shows of the model. */
  readonly isMain?: boolean
}

/** Makes a table of what the model is: a query, or a Python program. */
export async function makeTable(
  build: Build,
  table: Value,
  { layout = {}, isTemporary = false, isMain = false }: MakeOptions = {},
): Promise<ExecuteResult> {
  const isPython = isPythonBuild(build)
  const language = isPython ? ['python'] : []
  const text = await macroText(
    build,
    'create_table_as',
    [isTemporary, table, build.sql, ...language],
    layout,
  )
  if (isMain) build.session.writeRun(typeof text === 'string' ? text : text.text)
  if (!isPython) return build.session.execute(text)
  const owner = { ...build, own: build.sql, dialect: build.state.input.dialect }
  return runPython(owner, text, isTemporary ? build.scope.findRelation(table)?.name : undefined)
}

export function isPythonBuild({ node }: Build): boolean {
  return node.kind === 'model' && isPythonFile(node.originalPath)
}
