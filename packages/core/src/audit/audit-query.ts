import type { Dialect, Relation } from '@btn/adapter'
import { AUDIT_SCHEMA, type AuditTable } from './tables.ts'

/** What people ask the audit log for. */
export interface AuditQuestion {
  readonly table: AuditTable
  /** The target's database. */
  readonly database: string
  /** Names, with `*` and `?`: of nodes, tests, relations, monitors; all when left out. */
  readonly names?: readonly string[]
  /** Nothing earlier. */
  readonly since?: Date
  /** All results of what was tested or measured, instead of the newest of each. */
  readonly isHistory?: boolean
}

interface View {
  readonly columns: readonly string[]
  /** What tells the subjects of one run apart: the start row and the end row of a subject are shown as one. */
  readonly subject?: readonly string[]
  /** What is shown once, with its newest state, unless the history is wanted. */
  readonly newestOf?: readonly string[]
  /** Columns that a name may stand in. */
  readonly named: readonly string[]
}

const views: Readonly<Record<AuditTable, View>> = {
  runs: {
    columns: ['command', 'args', 'phase', 'exit_code', 'duration_ms', 'user_name', 'host', 'pid'],
    named: ['command'],
  },
  nodes: {
    columns: [
      'node_id',
      'kind',
      'relation',
      'partition',
      'phase',
      'rows',
      'duration_ms',
      'message',
    ],
    subject: ['run_id', 'node_id', 'partition'],
    named: ['node_id', 'relation'],
  },
  loads: {
    columns: [
      ...['relation', 'file_path', 'partition', 'phase', 'rows_read', 'rows_loaded'],
      ...['rows_rejected', 'rows_warned', 'rows_repaired', 'duplicate_rows', 'duplicate_keys'],
      ...['reasons', 'drift', 'duration_ms', 'message'],
    ],
    subject: ['run_id', 'load_id'],
    named: ['relation', 'file_path', 'file_name'],
  },
  tests: {
    columns: [
      ...['node_id', 'relation', 'column_name', 'verdict', 'severity', 'failures', 'rows'],
      ...['share', 'duration_ms', 'sample'],
    ],
    newestOf: ['node_id'],
    named: ['node_id', 'relation', 'column_name'],
  },
  monitors: {
    columns: ['name', 'partition', 'value', 'baseline', 'expected', 'verdict', 'message'],
    newestOf: ['name', 'partition'],
    named: ['name'],
  },
  alerts: {
    columns: ['source', 'partition', 'state', 'message', 'sinks', 'delivered', 'error', 'alert_id'],
    named: ['source', 'alert_id'],
  },
  masking: {
    columns: [
      ...['relation', 'column_name', 'class', 'policy', 'rows', 'changed', 'who', 'why', 'token'],
    ],
    named: ['relation', 'column_name', 'class'],
  },
  partitions: {
    columns: ['relation', 'partition', 'phase', 'rows', 'checksum', 'inputs'],
    subject: ['run_id', 'relation', 'partition'],
    named: ['relation'],
  },
}

/** The query that answers; the newest comes first, and the first columns are `at` and `run_id`. */
export function auditQuery(question: AuditQuestion, dialect: Dialect): string {
  const { table, since } = question
  const view = views[table]
  const conditions = [
    ...(since ? [`"at" >= timestamptz ${dialect.literal(since.toISOString())}`] : []),
    ...namedSql(view, question, dialect),
  ]
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
  const columns = ['at', 'run_id', ...view.columns].map((it) => dialect.quote(it)).join(', ')
  const from = `(${sourceSql(question, dialect)})`
  return `select ${columns} from ${from}${where} order by "at" desc, ${orderOf(table)} desc`
}

/** Rows of one moment keep the order in which they were written. */
function orderOf(table: AuditTable): string {
  return table === 'loads' ? 'load_id' : '_row'
}

function sourceSql({ table, database, isHistory }: AuditQuestion, dialect: Dialect): string {
  const relation: Relation = { database, schema: AUDIT_SCHEMA, name: table }
  const from = `(select *, rowid as _row from ${dialect.name(relation)})`
  if (table === 'runs') return runsSql(from)
  const { subject, newestOf } = views[table]
  const key = subject ?? (isHistory ? undefined : newestOf)
  if (!key) return `select * from ${from}`
  const partition = key.map((it) => dialect.quote(it)).join(', ')
  const newest = `row_number() over (partition by ${partition} order by phase = 'started', "at" desc, _row desc)`
  return `select * from ${from} qualify ${newest} = 1`
}

/** A run as it began, with how it ended where it did. */
function runsSql(from: string): string {
  return (
    `select begun.* replace (coalesce(ended.phase, begun.phase) as phase, ended.exit_code as exit_code, ended.duration_ms as duration_ms) ` +
    `from ${from} as begun left join ${from} as ended on ended.run_id = begun.run_id and ended.phase <> 'started' ` +
    `where begun.phase = 'started'`
  )
}

function namedSql({ named }: View, { names = [] }: AuditQuestion, dialect: Dialect) {
  if (names.length === 0) return []
  const tests = names.flatMap((name) => {
    const plain = dialect.literal(name.replace(/^source:/, '').toLowerCase())
    const column = (it: string): string => `lower(${dialect.quote(it)})`
    return named.map((it) => `${column(it)} glob ${plain} or ${column(it)} glob ('*.' || ${plain})`)
  })
  // The name of a test stands before its hash: `test.shop.unique_orders_id.3f2a91c0de`.
  const hashed = named.includes('node_id')
    ? names.map((it) => `lower(node_id) glob ${dialect.literal(`*.${it.toLowerCase()}.*`)}`)
    : []
  return [`(${[...tests, ...hashed].join(' or ')})`]
}
