import type { JsonObject, Manifest, Plan, Step } from '../types/index.ts'

/** A plan as JSON, for `btn plan --output json`. */
export function describePlan(plan: Plan, manifest: Manifest): JsonObject {
  const describe = (step: Step): JsonObject => describeStep(step, manifest)
  return {
    command: plan.command,
    on_run_start: plan.onRunStart.map(describe),
    steps: plan.steps.map(describe),
    on_run_end: plan.onRunEnd.map(describe),
  }
}

function describeStep(step: Step, manifest: Manifest): JsonObject {
  const node = manifest.nodes.get(step.node)
  const relation = node && 'relationName' in node ? node.relationName : undefined
  return {
    kind: step.kind,
    unique_id: step.node,
    ...(node && {
      name: node.name,
      resource_type: node.kind,
      original_file_path: node.originalPath,
    }),
    ...(relation !== undefined && { relation_name: relation }),
    ...(step.kind === 'materialize' && { materialized: step.materialization }),
    ...('rendering' in step && { rendering: { ...step.rendering } }),
    after: step.after,
  }
}
