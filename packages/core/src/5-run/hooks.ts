import { span, type Source, type Span } from '@btn/diagnostics'
import type { Json, JsonObject, Node } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import type { StepContext } from './step-context.ts'

interface Hook {
  readonly sql: string
  readonly isInTransaction: boolean
}

/** The hooks of one node. */
export interface NodeHooks {
  readonly pre: readonly Hook[]
  readonly post: readonly Hook[]
  /** Whether one of them has to run inside the transaction. */
  readonly needTransaction: boolean
}

export function hooksOf(node: Node): NodeHooks {
  const pre = readHooks(node.config['pre-hook'])
  const post = readHooks(node.config['post-hook'])
  return { pre, post, needTransaction: [...pre, ...post].some((hook) => hook.isInTransaction) }
}

function readHooks(value: Json | undefined): readonly Hook[] {
  if (!Array.isArray(value) || value.length === 0) return []
  return value.filter(isObject).map(toHook)
}

function toHook(value: JsonObject): Hook {
  return { sql: String(value['sql'] ?? ''), isInTransaction: value['transaction'] !== false }
}

/** Renders and runs those hooks that belong inside the transaction, or outside of it. */
export async function runHooks(
  context: StepContext,
  hooks: readonly Hook[],
  inTransaction: boolean,
): Promise<void> {
  const due = hooks.filter((hook) => hook.isInTransaction === inTransaction)
  if (due.length === 0) return
  if (context.state.input.runtime.isOverridden(['run_hooks'])) {
    const values = due.map((hook) => ({ dict: { sql: hook.sql, transaction: inTransaction } }))
    await context.scope.callMacro('run_hooks', [values], { inside_transaction: inTransaction })
    return
  }
  for (const hook of due) await runOne(context, hook)
}

async function runOne(context: StepContext, hook: Hook): Promise<void> {
  const { source, place } = findHookPlace(context, hook.sql)
  const restore = context.setFallback(() => place)
  const sql = (await context.scope.renderText(source, place)).trim()
  if (sql.length > 0) await context.session.execute(sql)
  // What fails from here on is no mistake of the hook.
  restore()
}

/** A hook is known as text only; where its file has that text once, that is where it was written. */
function findHookPlace(context: StepContext, sql: string): { source: Source; place: Span } {
  const { runtime, manifest } = context.state.input
  const { node } = context
  const patch = 'patchPath' in node ? node.patchPath?.replace(/^[^:]*:\/\//, '') : undefined
  const files = [node.file, patch, 'project.yml', 'dbt_project.yml']
  for (const file of files) {
    const source = file === undefined ? undefined : runtime.findSource(file)
    const at = source?.text.indexOf(sql) ?? -1
    if (source && at !== -1) return { source, place: span(source, at, at + sql.length) }
  }
  const source = { path: `a hook of ${node.name} in ${manifest.projectName}`, text: sql }
  return { source, place: span(source, 0, sql.length) }
}
