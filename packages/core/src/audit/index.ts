export { AuditLog, type AuditedRun, type AuditOptions } from './audit-log.ts'
export { type AuditTable } from './tables.ts'
export { auditEvent } from './audit-event.ts'
export { needsAudit } from './needs-audit.ts'
