import type { Relation } from '@btn/adapter'
import { diagnostic, DiagnosticError, TracedText } from '@btn/diagnostics'
import type { Json, Model } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { hooksOf } from '../hooks.ts'
import type { StepContext } from '../step-context.ts'
import { macroText } from './build.ts'
import { runTemplate } from './template.ts'
import { buildView } from './view.ts'

/**
 * The view that always has the rows of a model's latest version, under the model's name without a version:
 * `latest_version_pointer`.
 */
export async function makeLatestPointer(context: StepContext<Model>): Promise<void> {
  const { node, session, state } = context
  if (!hasPointer(context)) return
  const custom = pointerSettings(node)['alias'] ?? null
  const alias = await macroText(context, 'btn_latest_version_pointer_alias', [
    custom === null ? null : String(custom),
  ])
  const name = (typeof alias === 'string' ? alias : alias.text).trim()
  refuseOwnName(context, name)
  const sql = TracedText.plain(`select * from ${node.relationName ?? node.alias}`)
  const pointer: Model = { ...node, ...pointerFields(node, name), rawCode: sql.text }
  const scope = state.input.runtime.open(pointer, session)
  scope.setCompiled(sql)
  const view = { ...context, node: pointer, scope }
  const macro = state.input.runtime.findMaterialization('view', pointer, session)
  if (macro !== undefined) {
    await runTemplate(view, 'view', macro)
    return
  }
  const target: Relation = { database: node.database, schema: node.schema, name }
  const existing = await session.relations.find(target)
  await buildView({ ...view, sql, target, existing, hooks: hooksOf(pointer) })
}

function hasPointer({ node, state }: StepContext<Model>): boolean {
  if (node.version === undefined || String(node.version) !== String(node.latestVersion))
    return false
  const enabled = pointerSettings(node)['enabled']
  return typeof enabled === 'boolean'
    ? enabled
    : state.input.flags.latest_version_pointer_enabled_by_default === true
}

function pointerSettings({ config }: Model): Readonly<Record<string, Json>> {
  const settings = config['latest_version_pointer']
  return isObject(settings) ? settings : {}
}

/** Hooks and comments are the version's own; grants hold for the view, too. */
function pointerFields(node: Model, alias: string): Partial<Model> {
  return {
    alias,
    config: { ...node.config, 'pre-hook': [], 'post-hook': [], persist_docs: {} },
  }
}

function refuseOwnName(context: StepContext<Model>, name: string): void {
  const { node, state } = context
  if (!state.input.dialect.isSameName(name, node.alias)) return
  throw new DiagnosticError(
    diagnostic('latest-pointer-collision', { name: node.name, alias: name }),
  )
}
