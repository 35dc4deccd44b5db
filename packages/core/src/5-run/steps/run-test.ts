import type { Relation, SqlTable } from '@btn/adapter'
import { diagnostic, DiagnosticError, TracedText } from '@btn/diagnostics'
import { limitOf } from '../../data-tests/index.ts'
import type { DataTest, RunTest } from '../../types/index.ts'
import { countTogether } from '../data-test/one-scan.ts'
import { compileNode } from '../compile-node.ts'
import { macroText } from '../materialize/build.ts'
import { replaceRelation } from '../materialize/replace.ts'
import { runTemplate } from '../materialize/template.ts'
import type { StepContext, StepHandler } from '../step-context.ts'
import { sampleFailures } from '../data-test/sample-failures.ts'
import { storesFailures } from '../data-test/stores-failures.ts'
import { countTested, failCalcOf, refuseShares } from '../data-test/tested-rows.ts'
import type { Counted } from '../data-test/counted.ts'
import { toVerdict } from '../test-verdict.ts'

/** Counts the failing rows of a test and judges them. */
export const runTest: StepHandler<RunTest> = async (context) => {
  const { node, session, state } = context
  if (node.kind !== 'test') throw new Error(`${node.id} is no test`)
  const compiled = await compileNode(context)
  context.startExecution()
  const macro = state.input.runtime.findMaterialization('test', node, session)
  const counted =
    macro === undefined
      ? await countFailures(context, node, compiled)
      : { table: await runOwnTest(context, node, macro), rows: await countTested(context, node) }
  const verdict = toVerdict({ ...counted, config: node.config }, state.input.flags)
  const sample = await sampleFailures(context, { test: node, compiled, verdict })
  const tested = verdict.tested && { ...verdict.tested, ...(sample && { sample }) }
  return {
    ...verdict,
    ...(tested && { tested }),
    response: { message: 'OK' },
    hasNoRelation: !storesFailures(context, node),
  }
}

async function runOwnTest(context: StepContext, node: DataTest, macro: string): Promise<SqlTable> {
  refuseShares(node)
  await runTemplate(context, 'test', macro)
  const table = context.scope.findStored('main')?.table
  if (table) return table
  throw new DiagnosticError(diagnostic('test-result-shape', { rows: 0, columns: [] }))
}

async function countFailures(
  context: StepContext,
  node: DataTest,
  compiled: TracedText,
): Promise<Counted> {
  const { session, state } = context
  const { config } = node
  const limit = typeof config['limit'] === 'number' ? config['limit'] : null
  const isLimited =
    limit !== null || state.input.runtime.isOverridden(['get_limit_subquery_sql', 'get_limit_sql'])
  const rows = isLimited
    ? await macroText(context, 'get_limit_subquery_sql', [compiled, limit])
    : compiled
  const main = storesFailures(context, node) ? await storeFailures(context, node, rows) : rows
  const query = await macroText(context, 'get_test_sql', [
    main,
    failCalcOf(context, node),
    limitOf(config, 'warn_if').condition,
    limitOf(config, 'error_if').condition,
    null,
  ])
  const header = findHeader(context, node)
  const sql = header === undefined ? query : TracedText.join([header, '\n', query])
  session.writeRun(typeof sql === 'string' ? sql : sql.text)
  const together = await countTogether(context, node, compiled)
  if (together) return together
  const { table } = await session.query(sql)
  return { table, rows: await countTested(context, node) }
}

/** Keeps the failing rows in a table or view of the test's own and gives the query that reads them back. */
async function storeFailures(
  context: StepContext,
  node: DataTest,
  rows: TracedText | string,
): Promise<string> {
  const type = String(node.config['store_failures_as'] ?? 'table')
  if (type !== 'table' && type !== 'view') {
    throw new Error(`store_failures_as is ${type}, which reading the config refuses`)
  }
  const target: Relation = { database: node.database, schema: node.schema, name: node.alias }
  const existing = await context.session.relations.find(target)
  const sql = TracedText.of(rows)
  const hooks = { pre: [], post: [], needTransaction: false }
  await replaceRelation({ ...context, node, sql, target, existing, hooks }, type)
  return `select *\nfrom ${context.state.input.dialect.name(target)}`
}

function findHeader({ state }: StepContext, { config }: DataTest): string | undefined {
  const header = config['sql_header']
  const isObeyed = state.input.flags.require_sql_header_in_test_configs
  return isObeyed && typeof header === 'string' ? header : undefined
}
