import type { StorageKind } from '@btn/adapter'

export const AUDIT_SCHEMA = 'btn_audit'

type Columns = Readonly<Record<string, StorageKind>>

/**
 * In every table. `phase` tells what the row says of its subject: started, done, failed, skipped; of a load also replayed: rows of the
 * quarantine that passed later.
 */
const common = { run_id: 'text', at: 'instant', phase: 'text' } as const satisfies Columns

/**
 * What btn writes down of its work: an interface for those who read it with SQL. Rows are added and never changed: the state of a thing is its
 * newest row.
 */
export const auditTables = {
  runs: {
    ...common,
    as_of: 'instant',
    command: 'text',
    args: 'json',
    project_hash: 'text',
    btn_version: 'text',
    user_name: 'text',
    host: 'text',
    pid: 'integer',
    exit_code: 'integer',
    duration_ms: 'integer',
  },
  nodes: {
    ...common,
    node_id: 'text',
    kind: 'text',
    relation: 'text',
    partition: 'date',
    rows: 'integer',
    duration_ms: 'integer',
    message: 'text',
    sql_hash: 'text',
  },
  loads: {
    ...common,
    load_id: 'integer',
    relation: 'text',
    file_name: 'text',
    file_path: 'text',
    checksum: 'text',
    bytes: 'integer',
    partition: 'date',
    rows_read: 'integer',
    rows_loaded: 'integer',
    rows_rejected: 'integer',
    rows_warned: 'integer',
    rows_repaired: 'integer',
    duplicate_rows: 'integer',
    duplicate_keys: 'integer',
    reasons: 'counts',
    drift: 'json',
    contract_hash: 'text',
    duration_ms: 'integer',
    loaded_at: 'instant',
    message: 'text',
  },
  tests: {
    ...common,
    node_id: 'text',
    relation: 'text',
    column_name: 'text',
    failures: 'integer',
    rows: 'integer',
    share: 'number',
    severity: 'text',
    verdict: 'text',
    duration_ms: 'integer',
    sample: 'json',
  },
  monitors: {
    ...common,
    name: 'text',
    partition: 'date',
    value: 'number',
    baseline: 'number',
    expected: 'text',
    verdict: 'text',
    message: 'text',
    details: 'json',
  },
  alerts: {
    ...common,
    alert_id: 'text',
    source: 'text',
    partition: 'date',
    state: 'text',
    message: 'text',
    sinks: 'json',
    delivered: 'flag',
    error: 'text',
  },
  masking: {
    ...common,
    relation: 'text',
    column_name: 'text',
    class: 'text',
    policy: 'text',
    rows: 'integer',
    changed: 'integer',
    who: 'text',
    why: 'text',
    token: 'text',
  },
  partitions: {
    ...common,
    relation: 'text',
    partition: 'date',
    rows: 'integer',
    checksum: 'text',
    inputs: 'text',
    files: 'json',
  },
} as const satisfies Record<string, Columns>

export type AuditTable = keyof typeof auditTables

/** What tells the subjects of a table apart: the view `last_<table>` has the newest finished row of each. */
export const subjects: Readonly<Partial<Record<AuditTable, readonly string[]>>> = {
  runs: ['run_id'],
  nodes: ['node_id', 'partition'],
  loads: ['relation', 'file_path', 'partition'],
  tests: ['node_id'],
  monitors: ['name', 'partition'],
  alerts: ['alert_id'],
  partitions: ['relation', 'partition'],
}

/** What `btn_audit()` in a template may name. */
export const auditRelations: readonly string[] = [
  ...Object.keys(auditTables),
  ...Object.keys(subjects).map((table) => `last_${table}`),
]
