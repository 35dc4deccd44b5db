import type { Staging } from '../../publish/index.ts'
import type { Node, NodeId, StepResult } from '../../types/index.ts'

/** Why a model keeps what it had. */
export interface Kept {
  readonly node: NodeId
  /** The node itself, where it was not built; else the test that failed, or what is kept and would not fit. */
  readonly because: NodeId
}

export interface Verdict {
  readonly published: readonly NodeId[]
  readonly kept: readonly Kept[]
}

const FAILED: ReadonlySet<StepResult['status']> = new Set([
  'error',
  'fail',
  'skipped',
  'partial success',
])

/**
 * Which of the staged models may be seen: those that were built, of which no test failed, and whose staged inputs may be seen, too. A view
 * that is kept shows what it reads: so that it shows yesterday's data, what it reads is kept with it.
 */
export function judge(
  staging: Staging,
  results: readonly StepResult[],
  isPublic: (id: NodeId) => boolean,
): Verdict {
  const kept = findFailed(staging, results)
  const { nodes, manifest } = staging
  for (let before = -1; before !== kept.size;) {
    before = kept.size
    for (const [id, node] of nodes) {
      const inputs = (manifest.parents.get(id) ?? []).filter((it) => nodes.has(it))
      const keptInput = inputs.find((it) => kept.has(it))
      if (keptInput !== undefined && !kept.has(id)) kept.set(id, keptInput)
      const isView = node.staged.config['materialized'] === 'view'
      if (!kept.has(id) || !isView || !isPublic(id)) continue
      for (const input of inputs) if (!kept.has(input)) kept.set(input, id)
    }
  }
  return {
    published: [...nodes.keys()].filter((id) => !kept.has(id)),
    kept: [...kept].map(([node, because]) => ({ node, because })),
  }
}

/** Tests, and monitors that say so. */
function canHoldBack(node: Node): boolean {
  if (node.kind === 'monitor') return node.spec.onError === 'stop'
  return node.kind === 'test' || node.kind === 'unit_test'
}

function findFailed(
  { manifest, nodes }: Staging,
  results: readonly StepResult[],
): Map<NodeId, NodeId> {
  const byNode = new Map(results.map((it) => [it.node, it]))
  const failed = new Map<NodeId, NodeId>()
  for (const id of nodes.keys()) {
    const result = byNode.get(id)
    const isBuilt = result !== undefined && !FAILED.has(result.status)
    const failedTest = (manifest.children.get(id) ?? []).find((child) => {
      const node = manifest.nodes.get(child)
      const status = byNode.get(child)?.status
      return node !== undefined && canHoldBack(node) && (status === 'fail' || status === 'error')
    })
    const because = isBuilt ? failedTest : (result?.skippedBecauseOf ?? id)
    if (because !== undefined) failed.set(id, because)
  }
  return failed
}
