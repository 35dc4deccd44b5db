import { TracedText } from '@btn/diagnostics'
import type { CloneNode } from '../../types/index.ts'
import { runTemplate } from '../materialize/template.ts'
import { built, type StepHandler } from '../step-context.ts'

/** Puts a relation of an earlier run here, too: as a view of it, or as a copy where a table can be cloned. */
export const cloneNode: StepHandler<CloneNode> = async (context) => {
  const { node, scope, session, state } = context
  const { plan, runtime } = state.input
  const relation = plan.deferral?.relations.get(node.id)?.relationName
  if (relation !== undefined) scope.setCompiled(TracedText.plain(`select * from ${relation}`))
  context.startExecution()
  const macro =
    runtime.findMaterialization('clone', node, session) ?? 'materialization_clone_default'
  const response = await runTemplate(context, 'clone', macro)
  // As in dbt, what is here already, or was not there, counts as done.
  if (scope.findStored('main')) return built(response)
  return { ...built({ message: 'No-op' }), adapterResponse: {} }
}
