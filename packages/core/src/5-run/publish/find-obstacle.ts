import type { NodeId, StepResult, WriteReport } from '../../types/index.ts'

const NOT_DONE: ReadonlySet<StepResult['status']> = new Set([
  'error',
  'fail',
  'partial success',
  'skipped',
])

/** What keeps a report from being written: something that it reads was not built, or was kept as it was before. */
export function findObstacle(
  { after, tellsOfChecks }: WriteReport,
  results: readonly StepResult[],
  kept: ReadonlySet<NodeId>,
): NodeId | undefined {
  return after.find(
    (id) =>
      (kept.has(id) && !tellsOfChecks) ||
      results.some((it) => it.node === id && NOT_DONE.has(it.status)),
  )
}
