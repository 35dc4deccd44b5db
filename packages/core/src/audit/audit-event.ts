import { createHash } from 'node:crypto'
import { sampleJson } from '../data-tests/index.ts'
import type { DataTest, Node, NodeId, RunEvent, StepFinished } from '../types/index.ts'
import type { AuditLog } from './audit-log.ts'
import { loggedName } from './relation-name.ts'

/** A node under the name that others know it by. */
type FindNode = (id: NodeId) => Node | undefined

/** Writes down what happened to a node. Loads write their own rows. */
export function auditEvent(audit: AuditLog, find: FindNode, event: RunEvent): void {
  if (event.type !== 'step-started' && event.type !== 'step-finished') return
  const node = find(event.step.node)
  if (!node || node.kind === 'operation') return
  if (node.kind === 'test') {
    if (event.type === 'step-finished') noteTest(audit, find, node, event)
    return
  }
  // Its handler writes down what it found.
  if (node.kind === 'monitor') return
  const subject = { node_id: node.id, kind: node.kind, relation: loggedName(node) }
  if (event.type === 'step-started') return audit.write('nodes', { phase: 'started', ...subject })
  const { result } = event
  audit.write('nodes', {
    phase: phases[result.status] ?? 'done',
    ...subject,
    rows: result.rows,
    duration_ms: Math.round(result.executionTime * 1000),
    message: result.message,
    sql_hash: result.compiledCode === undefined ? undefined : hash(result.compiledCode),
  })
}

const phases: Readonly<Partial<Record<StepFinished['result']['status'], string>>> = {
  error: 'failed',
  fail: 'failed',
  'partial success': 'failed',
  skipped: 'skipped',
}

function noteTest(audit: AuditLog, find: FindNode, node: DataTest, { result }: StepFinished): void {
  const tested = find(node.generic?.attachedNode ?? node.dependsOn.nodes[0] ?? node.id)
  audit.write('tests', {
    phase: result.status === 'skipped' ? 'skipped' : 'done',
    node_id: node.id,
    relation: tested && loggedName(tested),
    column_name: node.generic?.columnName,
    failures: result.tested?.failures ?? result.failures,
    rows: result.tested?.rows,
    share: result.tested?.share,
    sample: result.tested?.sample && sampleJson(result.tested.sample),
    severity: String(node.config['severity'] ?? 'ERROR').toLowerCase(),
    verdict: result.status,
    duration_ms: Math.round(result.executionTime * 1000),
  })
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
