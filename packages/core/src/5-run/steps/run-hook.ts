import type { Operation, RunHook } from '../../types/index.ts'
import { toHooks } from '../../config/hooks.ts'
import { compileNode } from '../compile-node.ts'
import type { StepContext, StepHandler } from '../step-context.ts'

/** Runs a statement of `on-run-start` or `on-run-end`. */
export const runHook: StepHandler<RunHook> = async (context) => {
  const { node, session } = context
  if (node.kind !== 'operation') throw new Error(`${node.id} is no hook`)
  const compiled = await compileNode(context)
  noteIndex(context)
  context.startExecution()
  const isJson = compiled.text.trimStart().startsWith('{')
  const sql = isJson ? String(toHooks(compiled.text)[0]?.['sql'] ?? '') : compiled
  if ((typeof sql === 'string' ? sql : sql.text).trim() !== '') await session.execute(sql)
  return { status: 'success', message: `${hookName(node)} passed`, failures: 0 }
}

/** dbt counts the hooks of all packages in one row when it runs them, and its manifest says so. */
function noteIndex({ node, state }: StepContext): void {
  const { onRunStart, onRunEnd } = state.input.plan
  const hooks = onRunStart.some((it) => it.node === node.id) ? onRunStart : onRunEnd
  const hookIndex = hooks.findIndex((it) => it.node === node.id) + 1
  state.made.set(node.id, { ...state.made.get(node.id), hookIndex })
}

/** dbt's name: `shop.on-run-start.0`. */
export function hookName(node: Operation): string {
  return `${node.packageName}.${node.when}.${node.index}`
}
