import type { Relation } from '@btn/adapter'
import { isObject } from '../../types/json.ts'
import type { StepContext } from '../step-context.ts'

/** What is done to a new relation before its transaction ends. */
export interface Finish {
  readonly needsDocs: boolean
  readonly needsGrants: boolean
  readonly needsIndexes: boolean
}

/** Which of the closing macros have anything to do: calling all of them for nothing costs more than many a model. */
export function finishOf({ node, state }: StepContext): Finish {
  const { runtime } = state.input
  const docs = node.config['persist_docs']
  const grants = node.config['grants']
  const indexes = node.config['indexes']
  return {
    needsDocs:
      (isObject(docs) && (docs['relation'] === true || docs['columns'] === true)) ||
      runtime.isOverridden(['persist_docs']),
    needsGrants:
      (isObject(grants) && Object.keys(grants).length > 0) ||
      runtime.isOverridden(['apply_grants']),
    needsIndexes:
      (Array.isArray(indexes) && indexes.length > 0) || runtime.isOverridden(['create_indexes']),
  }
}

export function needsTransaction(finish: Finish): boolean {
  return finish.needsDocs || finish.needsGrants || finish.needsIndexes
}

export interface FinishOptions {
  readonly existing: Relation | undefined
  /** True when the relation is new or was replaced as a whole. */
  readonly isRebuilt: boolean
}

export async function finishRelation(
  { scope }: StepContext,
  finish: Finish,
  relation: Relation,
  { existing, isRebuilt }: FinishOptions,
): Promise<void> {
  const target = { relation }
  if (finish.needsIndexes && isRebuilt) await scope.callMacro('create_indexes', [target])
  if (finish.needsGrants) {
    const old = existing ? { relation: existing } : null
    await scope.callMacro('btn_apply_grants', [target, old, isRebuilt])
  }
  if (finish.needsDocs) await scope.callMacro('btn_persist_docs', [target])
}
