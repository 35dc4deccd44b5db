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
  if (Object.keys(layout).length > 0) return fillFromPython(build, table, layout)
  const owner = { ...build, own: build.sql, dialect: build.state.input.dialect }
  return runPython(owner, text, isTemporary ? build.scope.findRelation(table)?.name : undefined)
}

/** The Python process knows no partitioned tables: the rows come in a temporary one, and are put in order here. */
async function fillFromPython(build: Build, table: Value, layout: Layout): Promise<ExecuteResult> {
  const { scope, session, state } = build
  const relation = { relation: { ...build.target, type: 'table' as const } }
  const temporary = await scope.callMacro('make_temp_relation', [relation])
  await makeTable(build, temporary, { isTemporary: true })
  const rows = scope.findRelation(temporary)?.name ?? ''
  const query = `select * from ${state.input.dialect.quote(rows)}`
  const response = await session.execute(
    await macroText(build, 'create_table_as', [false, table, query], layout),
  )
  await scope.callMacro('drop_relation', [temporary])
  return response
}

export function isPythonBuild({ node }: Build): boolean {
  return node.kind === 'model' && isPythonFile(node.originalPath)
}
