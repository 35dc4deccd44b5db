import type { Manifest, Node, NodeId, StepResult } from '../types/index.ts'
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

/** What alerts know a node by; undefined of what they never hear of. */
export function heardOf(node: Node): Pick<Occurrence, 'subject' | 'name'> | undefined {
  const subject = subjectOf(node)
  return subject && { subject, name: nameOf(node) }
}

function subjectOf(node: Node): Occurrence['subject'] | undefined {
  if (node.kind === 'monitor' || node.kind === 'test') return node.kind
  if (node.kind === 'unit_test') return 'test'
  if (node.kind === 'source') return node.load ? 'load' : undefined
  return node.kind === 'model' || node.kind === 'seed' || node.kind === 'snapshot'
    ? 'model'
    : undefined
}

function severityOf({ status }: StepResult): Occurrence['severity'] {
  if (status === 'warn') return 'warn'
  return status === 'pass' || status === 'success' ? undefined : 'error'
}

function nameOf(node: Node): string {
  return node.kind === 'source' ? `${node.sourceName}.${node.name}` : node.name
}

function messageOf(node: Node, { status, message }: StepResult): string {
  if (status === 'pass' || status === 'success') return `${nameOf(node)} is well again`
  const text = (message ?? status).trim()
  return node.kind === 'monitor' && status !== 'error' ? text : `${nameOf(node)}: ${text}`
}
