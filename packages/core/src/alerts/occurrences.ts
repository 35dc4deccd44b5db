import type { Manifest, Node, NodeId, StepResult } from '../types/index.ts'
import { heardOf, nameOf } from '../names/heard-of.ts'
import type { Occurrence } from './decide.ts'

/** What a monitor found, besides how its step ended. */
export interface MonitorState {
  readonly date: string | undefined
  readonly value: number | undefined
}

/** What results mean to those who listen. Of what was skipped, and of what cannot be judged, nothing is known. */
export function toOccurrences(
  results: readonly StepResult[],
  { nodes }: Pick<Manifest, 'nodes'>,
  states: ReadonlyMap<NodeId, MonitorState>,
): readonly Occurrence[] {
  return results.flatMap((result): Occurrence[] => {
    const node = nodes.get(result.node)
    const heard = node && heardOf(node)
    if (!node || !heard || result.status === 'skipped' || result.status === 'no-op') return []
    const { date, value } = states.get(node.id) ?? { date: undefined, value: undefined }
    return [
      {
        id: date === undefined ? node.id : `${node.id}/${date}`,
        ...heard,
        severity: severityOf(result),
        message: messageOf(node, result),
        date,
        value,
      },
    ]
  })
}

function severityOf({ status }: StepResult): Occurrence['severity'] {
  if (status === 'warn') return 'warn'
  return status === 'pass' || status === 'success' ? undefined : 'error'
}

function messageOf(node: Node, { status, message }: StepResult): string {
  if (status === 'pass' || status === 'success') return `${nameOf(node)} is well again`
  const text = (message ?? status).trim()
  return node.kind === 'monitor' && status !== 'error' ? text : `${nameOf(node)}: ${text}`
}
