// The door for commands that carry out a plan.
export {
  AUDIT_SCHEMA,
  auditQuery,
  AuditLog,
  loggedName,
  needsAudit,
  stateOfRun,
  type AuditQuestion,
  type AuditTable,
  type Processes,
} from './audit/index.ts'
export { SinkError, type AlertCall, type AlertRequest, type AlertWorld } from './alerts/index.ts'
export { createRuntime, type RuntimeOptions } from './context/create-runtime.ts'
export { check, run, type CheckInput, type RunFlags, type RunOutcome } from './5-run/index.ts'
export { findColumns, reach, shownName } from './lineage/find-columns.ts'
export { LineageGraph, type Hop } from './lineage/graph.ts'
export { readCatalogColumns } from './lineage/known-columns.ts'
export { toOpenLineage } from './lineage/open-lineage.ts'
export { readInstant } from './monitors/clock.ts'
export {
  findMissingInput,
  findQuarantine,
  loadedSources,
  replayRejected,
  WAITING,
} from './loads/index.ts'
export { readPrivacyKeys, Vault, type PrivacyDoor } from './privacy/index.ts'
export {
  daysOf,
  findDueDates,
  findStagingMistakes,
  hasDays,
  isAudited,
  stage,
  toDay,
  type DueDate,
  type Staging,
} from './publish/index.ts'
export { type Chart } from './reports/tools.ts'
