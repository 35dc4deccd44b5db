import { diagnostic, DiagnosticError, type TracedText } from '@btn/diagnostics'
import type { ExtraCte } from '../artifact/index.ts'
import { CTE_PREFIX } from '../names/cte-prefix.ts'
import { isPythonFile } from '../python/is-python.ts'
import type { Rendered } from '../context/runtime.ts'
import type { MacroId, Node, NodeId } from '../types/index.ts'
import { injectCtes } from './inject-ctes.ts'
import { batchName } from './microbatch/batch.ts'
import { skipBlank } from './skip-blank.ts'
import type { CteModel, Ephemeral, StepContext } from './step-context.ts'

/** Renders the node's template, puts ephemeral models in front, and writes the result to `target/compiled`. */
export async function compileNode(context: StepContext): Promise<TracedText> {
  const { node, scope } = context
  const rendered = await renderNode(context, { node, scope })
  refuseEphemerals(context, rendered.ephemerals)
  const sql = await finish(context, { ...rendered, node })
  context.setFallback(() => sql.originAt(sql.text.search(/\S/))?.span)
  scope.setCompiled(sql)
  if (context.batch?.isIncremental) scope.assumeIncremental()
  return sql
}

/** A query takes them in as parts of its own; a program has no such place. */
function refuseEphemerals({ node, state }: StepContext, ids: readonly NodeId[]): void {
  const [first] = ids
  if (first === undefined || !('originalPath' in node) || !isPythonFile(node.originalPath)) return
  const name = state.input.manifest.nodes.get(first)?.name ?? first
  throw new DiagnosticError(diagnostic('python-model-ephemeral', { name }))
}

/** A query with the ephemeral models that it reads in front of it. */
export async function putEphemeralsInFront(
  context: StepContext,
  sql: TracedText,
  ids: readonly NodeId[],
): Promise<TracedText> {
  const ctes = await collectCtes(context, ids)
  return injectCtes(
    sql,
    ctes.map(([, ephemeral]) => ephemeral),
  )
}

/** The models in front: those that others need come first, each once. */
async function collectCtes(
  context: StepContext,
  ids: readonly NodeId[],
): Promise<readonly [NodeId, Ephemeral][]> {
  if (ids.length === 0) return []
  const found = new Map<NodeId, Ephemeral>()
  const visit = async (id: NodeId): Promise<void> => {
    if (found.has(id)) return
    const ephemeral = await renderOnce(context, id)
    for (const inner of ephemeral.ephemerals) await visit(inner)
    found.set(id, ephemeral)
  }
  for (const id of ids) await visit(id)
  return [...found]
}

/** Stops a step because an ephemeral model that it needs has a mistake. */
export class EphemeralProblem extends Error {
  readonly model: Node
  override readonly cause: DiagnosticError

  constructor(model: Node, cause: DiagnosticError) {
    super(cause.message, { cause })
    this.name = 'EphemeralProblem'
    this.model = model
    this.cause = cause
  }
}

function renderOnce(context: StepContext, id: NodeId): Promise<Ephemeral> {
  const { known } = context.ctes
  const under = known.get(id)
  if (under) return under
  const work = renderEphemeral(context, id)
  known.set(id, work)
  return work
}

async function renderEphemeral(context: StepContext, id: NodeId): Promise<Ephemeral> {
  const { node, scope, name } = context.ctes.open(id)
  try {
    const rendered = await renderNode(context, { node, scope })
    const { text, ephemerals } = rendered
    await finish(context, { ...rendered, node })
    return { name: `${CTE_PREFIX}${name}`, sql: text, ephemerals }
  } catch (error) {
    throw error instanceof DiagnosticError ? new EphemeralProblem(node, error) : error
  }
}

async function finish(
  context: StepContext,
  { node, text, ephemerals }: Rendered & { readonly node: Node },
): Promise<TracedText> {
  const { files, input } = context.state
  const isInjected = input.flags.inject_ephemeral_ctes !== false
  const ctes = isInjected ? await collectCtes(context, ephemerals) : []
  const sql = injectCtes(
    text,
    ctes.map(([, ephemeral]) => ephemeral),
  )
  if (input.plan.command !== 'compile' && input.plan.command !== 'generate')
    refuseNothing(context, node, sql)
  const batch = context.batch && node === context.node ? batchName(context.batch) : undefined
  const isWritten = isInjected && sql.text !== ''
  const compiledPath = isWritten ? files.writeCompiled(node, sql.text, batch) : undefined
  // As in dbt, what was compiled for a batch is not what the manifest says of the model.
  if (batch !== undefined) return sql
  context.ctes.note(node, {
    compiledCode: sql.text,
    ...(compiledPath !== undefined && { compiledPath }),
    extraCtes: isInjected ? ctes.map(toExtraCte) : ephemerals.map(leftOut),
    ...(!isInjected && { leavesOutCtes: true }),
  })
  return sql
}

/** What is called now, and was not when the template was read, because nothing could be asked then, is noted; of a batch, as in dbt, it is not. */
async function renderNode(
  { ctes, batch }: StepContext,
  { node, scope }: Pick<CteModel, 'node' | 'scope'>,
): Promise<Rendered> {
  try {
    return await scope.render()
  } finally {
    const known: readonly MacroId[] = 'dependsOn' in node ? node.dependsOn.macros : []
    const macros = [...scope.called].filter((id) => !known.includes(id))
    if (macros.length > 0 && batch === undefined) ctes.note(node, { macros })
  }
}

function toExtraCte([id, { name, sql }]: readonly [NodeId, Ephemeral]): ExtraCte {
  return { id, sql: ` ${name} as (\n${sql.text}\n)` }
}

/** dbt's word for a text that was never made. */
function leftOut(id: NodeId): ExtraCte {
  return { id, sql: 'None' }
}

/**
 * A model without a query would otherwise be a syntax error in SQL that its writer never sees. A materialization of the project's own may
 * want none.
 */
function refuseNothing({ state, session }: StepContext, node: Node, sql: TracedText): void {
  if (node.kind !== 'model' || skipBlank(sql.text, 0) < sql.length) return
  const { runtime } = state.input
  if (runtime.findMaterialization(String(node.config['materialized']), node, session)) return
  throw new DiagnosticError(diagnostic('model-without-sql', { name: node.name }))
}
