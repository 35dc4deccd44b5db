import type { TracedText } from '@btn/diagnostics'
import type { RunHook } from '../../types/index.ts'
import { toHooks } from '../../config/hooks.ts'
import { compileNode } from '../compile-node.ts'
import type { StepContext, StepHandler } from '../step-context.ts'

/** Runs a statement of `on-run-start` or `on-run-end`. */
export const runHook: StepHandler<RunHook> = async (context, { name }) => {
  const { session } = context
  const sql = await compileHook(context)
  context.startExecution()
  if ((typeof sql === 'string' ? sql : sql.text).trim() !== '') await session.execute(sql)
  return { status: 'success', message: `${name} passed`, failures: 0 }
}

/** What such a statement sends. */
export async function compileHook(context: StepContext): Promise<TracedText | string> {
  const compiled = await compileNode(context)
  const isJson = compiled.text.trimStart().startsWith('{')
  return isJson ? String(toHooks(compiled.text)[0]?.['sql'] ?? '') : compiled
}
