import { TracedText } from '@btn/diagnostics'
import type { CompileNode, Node } from '../../types/index.ts'
import { compileNode } from '../compile-node.ts'
import { compileOverloads } from '../compile-overloads.ts'
import { macroText } from '../materialize/build.ts'
import type { StepContext, StepHandler } from '../step-context.ts'

/** `compile` renders the SQL and builds nothing; `show` reads its rows, too. */
export const compileStep: StepHandler<CompileNode> = async (context) => {
  const { node, state, session } = context
  const sql = node.kind === 'seed' ? undefined : await compileNode(context)
  if (node.kind === 'function') await compileOverloads(context, node)
  if (state.input.plan.command !== 'show') return { status: 'success' }
  context.startExecution()
  const { table } = await session.query(await limited(context, sql ?? readAll(context, node)))
  state.shown.set(node.id, table)
  const response = { message: 'OK', rowsAffected: table.rows.length }
  return { status: 'success', response, adapterResponse: SHOWN }
}

/** Unlike elsewhere, dbt leaves nothing out. */
const SHOWN = { _message: 'OK', code: null, rows_affected: null, query_id: null }

function readAll({ state }: StepContext, node: Node): TracedText {
  if (node.kind !== 'seed') throw new Error(`${node.id} has no rows`)
  const relation = { database: node.database, schema: node.schema, name: node.alias }
  return TracedText.plain(`select * from ${state.input.dialect.name(relation)}`)
}

/** As a subquery, so that a query may have a limit of its own. */
async function limited(context: StepContext, sql: TracedText): Promise<TracedText | string> {
  const { showLimit = -1, runtime } = context.state.input
  const limit = showLimit < 0 ? null : showLimit
  const header = context.node.config['sql_header']
  if (runtime.isOverridden(['get_show_sql', 'get_limit_subquery_sql', 'get_limit_sql'])) {
    return macroText(context, 'get_show_sql', [
      sql,
      typeof header === 'string' ? header : null,
      limit,
    ])
  }
  const first = typeof header === 'string' ? `${header}\n` : ''
  const query = withoutEnd(sql)
  return limit === null
    ? TracedText.join([first, query])
    : TracedText.join([
        first,
        'select * from (\n',
        query,
        `\n) as model_limit_subq\nlimit ${limit}`,
      ])
}

/** Without a semicolon at the end, which a subquery cannot have. */
function withoutEnd(sql: TracedText): TracedText {
  return sql.slice(0, sql.text.replace(/[;\s]+$/, '').length)
}
