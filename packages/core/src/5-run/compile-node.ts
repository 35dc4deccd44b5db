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
  const ctes = await collectCtes(context, rendered.ephemerals)
  const sql = finish(context, { ...rendered, node }, ctes)
  context.setFallback(() => sql.originAt(sql.text.search(/\S/))?.span)
  scope.setCompiled(sql)
  if (context.batch?.isIncremental) scope.assumeIncremental()
  return sql
}

/** A query of btn's own about what a node reads, which may be ephemeral models. */
export async function withEphemerals(
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
    const ctes = await collectCtes(context, ephemerals)
    finish(context, { ...rendered, node }, ctes)
    return { name: `${CTE_PREFIX}${name}`, sql: text, ephemerals }
  } catch (error) {
    throw error instanceof DiagnosticError ? new EphemeralProblem(node, error) : error
  }
}

function finish(
  context: StepContext,
  { node, text }: Pick<Rendered, 'text'> & { readonly node: Node },
  ctes: readonly (readonly [NodeId, Ephemeral])[],
): TracedText {
  const { files, input } = context.state
  const isInjected = input.flags.inject_ephemeral_ctes !== false
  const sql = isInjected
    ? injectCtes(
        text,
        ctes.map(([, ephemeral]) => ephemeral),
      )
    : text
  if (input.plan.command !== 'compile' && input.plan.command !== 'generate')
    refuseNothing(node, sql)
  const batch = context.batch && node === context.node ? batchName(context.batch) : undefined
  const compiledPath = files.writeCompiled(node, sql.text, batch)
  // As in dbt, what was compiled for a batch is not what the manifest says of the model.
  if (batch !== undefined) return sql
  const extraCtes = ctes.length > 0 && { extraCtes: ctes.map(toExtraCte) }
  context.ctes.note(node, { compiledCode: sql.text, compiledPath, ...extraCtes })
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

/** A model without a query would otherwise be a syntax error in SQL that its writer never sees. */
function refuseNothing(node: Node, sql: TracedText): void {
  if (node.kind !== 'model' || skipBlank(sql.text, 0) < sql.length) return
  throw new DiagnosticError(diagnostic('model-without-sql', { name: node.name }))
}
