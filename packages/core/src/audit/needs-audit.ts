import type { Manifest } from '../types/index.ts'

/** Whether something of the project is only known from the audit log. Projects of dbt's have nothing of the kind. */
export function needsAudit({ nodes, alerts }: Pick<Manifest, 'nodes' | 'alerts'>): boolean {
  if (alerts) return true
  for (const node of nodes.values()) {
    if (node.kind === 'monitor') return true
    if (node.kind === 'source' ? node.load !== undefined : 'audits' in node) return true
  }
  return false
}
