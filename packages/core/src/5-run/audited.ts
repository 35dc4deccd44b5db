import { auditEvent, type AuditLog } from '../audit/index.ts'
import type { NodeId, RunEvent } from '../types/index.ts'
import type { RunInput } from './run-input.ts'

/** Notes each event in the audit log before it is passed on; models under private names by the node that they stand for. */
export function audited(
  audit: AuditLog,
  { manifest, staging }: Pick<RunInput, 'manifest' | 'staging'>,
  emit: (event: RunEvent) => void,
) {
  const find = (id: NodeId) => staging?.nodes.get(id)?.original ?? manifest.nodes.get(id)
  return (event: RunEvent): void => {
    auditEvent(audit, find, event)
    emit(event)
  }
}
