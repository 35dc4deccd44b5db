import type { Occurrence } from '../alerts/decide.ts'
import type { Node } from '../types/index.ts'

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

/** As people call it. */
export function nameOf(node: Node): string {
  return node.kind === 'source' ? `${node.sourceName}.${node.name}` : node.name
}
