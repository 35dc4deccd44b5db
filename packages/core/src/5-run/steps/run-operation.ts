import { fromJs } from '@btn/jinja'
import type { RunOperation } from '../../types/index.ts'
import { compileNode } from '../compile-node.ts'
import type { StepContext, StepEnding, StepHandler } from '../step-context.ts'

/** `run-operation`: calls a macro, or sends SQL. */
export const runOperation: StepHandler<RunOperation> = async (context, { macro, args }) => {
  if (macro === undefined) return sendSql(context)
  const { session, scope } = context
  context.startExecution()
  // A macro that only looks at things is held to what the database says: dbt connects for it, too.
  await session.open()
  const named = Object.entries(args).map(([name, value]) => [name, fromJs(value)] as const)
  await scope.callMacro(macro, [], Object.fromEntries(named))
  return { status: 'success', failures: 0 }
}

async function sendSql(context: StepContext): Promise<StepEnding> {
  const sql = await compileNode(context)
  context.startExecution()
  const response = await context.session.execute(sql)
  return { status: 'success', failures: 0, message: response.message, response }
}
