import {
  DiagnosticError,
  span,
  type Diagnostic,
  type Source,
  type Span,
  type TracedText,
} from '@btn/diagnostics'
import type { Json, JsonObject, Node } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { relocateYaml } from '../yaml/index.ts'
import { findWritten, type Written } from './find-written.ts'
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

/** A hook's statements, and how to find them in the file that has the hook. */
export async function renderHook(
  context: StepContext,
  hook: Hook,
): Promise<Pick<HookPlace, 'relocate'> & { readonly sql: TracedText }> {
  const { source, place, relocate } = findHookPlace(context, hook.sql)
  const sql = await context.scope.renderText(source, place)
  return { sql, ...(relocate && { relocate }) }
}

async function runOne(context: StepContext, hook: Hook): Promise<void> {
  const { source, place, relocate } = findHookPlace(context, hook.sql)
  const restore = context.setFallback(() => place)
  try {
    const sql = (await context.scope.renderText(source, place)).trim()
    if (sql.length > 0) await context.session.execute(sql)
  } catch (error) {
    if (!relocate || !(error instanceof DiagnosticError)) throw error
    const items = error.diagnostics.map((it) => (it.span ? it : { ...it, span: place }))
    throw new DiagnosticError(relocate(items), { cause: error })
  }
  // What fails from here on is no mistake of the hook.
  restore()
}

interface HookPlace {
  readonly source: Source
  readonly place: Span
  /** Moves mistakes to where they stand in the file, where the text does not stand there as it is. */
  readonly relocate?: (items: readonly Diagnostic[]) => readonly Diagnostic[]
}

/** A hook is known as text only; where its file has that text, that is where it was written. */
function findHookPlace(context: StepContext, sql: string): HookPlace {
  const { runtime, manifest } = context.state.input
  const { node } = context
  const patch = 'patchPath' in node ? node.patchPath?.replace(/^[^:]*:\/\//, '') : undefined
  const files = [node.file, patch, 'project.yml', 'dbt_project.yml']
  const sources = files.flatMap((file) =>
    file === undefined ? [] : (runtime.findSource(file) ?? []),
  )
  const written = findWritten(sources, sql)
  if (written) return toPlace(written, sql)
  const source = { path: `a hook of ${node.name} in ${manifest.projectName}`, text: sql }
  return { source, place: span(source, 0, sql.length) }
}

function toPlace({ source, place, isVerbatim }: Written, sql: string): HookPlace {
  if (isVerbatim) return { source, place: { source, start: place.start, end: place.end } }
  const inner: Source = { path: source.path, text: sql }
  const relocate = (items: readonly Diagnostic[]) => relocateYaml(items, inner, { source, place })
  return { source: inner, place: span(inner, 0, sql.length), relocate }
}
