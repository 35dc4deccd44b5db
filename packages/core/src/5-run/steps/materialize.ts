import type { Relation } from '@btn/adapter'
import { diagnostic, DiagnosticError, findNearest, type TracedText } from '@btn/diagnostics'
import { isPythonFile } from '../../python/is-python.ts'
import type { Materialize, Model, Node, Snapshot } from '../../types/index.ts'
import { privateRelation, publicRelation } from '../../publish/index.ts'
import { compileNode } from '../compile-node.ts'
import { placeOfSetting } from '../place-of-setting.ts'
import { hooksOf } from '../hooks.ts'
import { isBatched } from '../microbatch/is-batched.ts'
import { runBatches } from '../microbatch/run-batches.ts'
import type { Materialization } from '../materialize/build.ts'
import { buildExternal } from '../materialize/external.ts'
import { buildIncremental } from '../materialize/incremental.ts'
import { buildMaterializedView } from '../materialize/materialized-view.ts'
import { makeLatestPointer } from '../materialize/latest-pointer.ts'
import { buildSnapshot } from '../materialize/snapshot.ts'
import { buildTable } from '../materialize/table.ts'
import { buildTableFunction } from '../materialize/table-function.ts'
import { runTemplate } from '../materialize/template.ts'
import { buildView } from '../materialize/view.ts'
import { refuseUnnamed } from '../materialize/refuse-unnamed.ts'
import {
  built,
  type Response,
  type StepContext,
  type StepEnding,
  type StepHandler,
} from '../step-context.ts'

const materializations: Readonly<Record<string, Materialization>> = {
  external: buildExternal,
  incremental: buildIncremental,
  materialized_view: buildMaterializedView,
  snapshot: buildSnapshot,
  table: buildTable,
  table_function: buildTableFunction,
  view: buildView,
}

/** Those that a Python model can have. */
const PYTHON_MATERIALIZATIONS = ['table', 'incremental', 'external']

/** Builds a model or a snapshot: with the project's own materialization where it has one of that name, else with ours. */
export const materialize: StepHandler<Materialize> = async (context, { materialization }) => {
  if (!isBuildable(context)) throw new Error(`${context.node.id} cannot be materialized`)
  const ending = isBatched(context)
    ? await runBatches(context, (batch) => buildNode(batch, materialization))
    : await buildNode(context, materialization)
  if (isModel(context) && ending.status === 'success') await makeLatestPointer(context)
  return ending
}

async function buildNode(
  context: StepContext<Model | Snapshot>,
  materialization: string,
): Promise<StepEnding> {
  const sql = await compileNode(context)
  context.startExecution()
  refuseUnnamed(context)
  await beginWithCopy(context)
  return built(await build(context, materialization, sql))
}

/** A staged incremental model goes on from the rows that are public. */
async function beginWithCopy({ node, session, state }: StepContext<Model | Snapshot>) {
  const { staging, dialect, flags } = state.input
  const staged = staging?.nodes.get(node.id)
  if (!staged?.isCopied || flags.full_refresh) return
  const existing = await session.relations.find(publicRelation(staged))
  if (existing?.type !== 'table') return
  const copy: Relation = { ...privateRelation(staged), type: 'table' }
  await session.execute(
    `create or replace table ${dialect.name(copy)} as from ${dialect.name(existing)}`,
  )
  session.relations.add(copy)
}

async function build(
  context: StepContext<Model | Snapshot>,
  materialization: string,
  sql: TracedText,
): Promise<Response> {
  const { node, session, state } = context
  const macro = state.input.runtime.findMaterialization(materialization, node, session)
  if (macro !== undefined) return runTemplate(context, materialization, macro)
  const ours = materializations[materialization]
  if (!ours) throw unknownMaterialization(context, materialization)
  if (isPythonFile(node.originalPath) && !PYTHON_MATERIALIZATIONS.includes(materialization)) {
    throw notForPython(context, materialization)
  }
  const target: Relation = { database: node.database, schema: node.schema, name: node.alias }
  const existing = await session.relations.find(target)
  return ours({ ...context, sql, target, existing, hooks: hooksOf(node) })
}

function isBuildable(context: StepContext): context is StepContext<Model | Snapshot> {
  return isModelOrSnapshot(context.node)
}

function isModel(context: StepContext<Model | Snapshot>): context is StepContext<Model> {
  return context.node.kind === 'model'
}

function isModelOrSnapshot(node: Node): node is Model | Snapshot {
  return node.kind === 'model' || node.kind === 'snapshot'
}

/** Throws where neither the project nor btn has such a materialization. */
export function refuseUnknownMaterialization(context: StepContext, name: string): void {
  const { node, session, state } = context
  if (name === 'ephemeral' || materializations[name]) return
  if (state.input.runtime.findMaterialization(name, node, session) === undefined)
    throw unknownMaterialization(context, name)
}

function unknownMaterialization(context: StepContext, name: string): DiagnosticError {
  const nearest = findNearest(name, [...Object.keys(materializations), 'ephemeral'])
  const where = placeOfSetting(context, 'materialized')
  return new DiagnosticError(diagnostic('unknown-materialization', { name, nearest }, where))
}

function notForPython(context: StepContext, materialization: string): DiagnosticError {
  const params = { materialization, known: PYTHON_MATERIALIZATIONS }
  const where = placeOfSetting(context, 'materialized')
  return new DiagnosticError(diagnostic('python-model-materialization', params, where))
}
