import { hostname } from 'node:os'
import { relative } from 'node:path'
import type { Connection, Database, SqlTable, SqlValue } from '@btn/adapter'
import { diagnostic, DiagnosticError, findNearest } from '@btn/diagnostics'
import { AUDIT_SCHEMA, auditQuery, type AuditQuestion, type AuditTable } from '@btn/core/run'
import { auditTopics } from '../commands/audit.ts'
import type { Call, ExitCode } from '../commands/command.ts'
import { withProject, type Opened } from '../open-project.ts'
import { withDatabase } from '../with-database.ts'
import { printData } from '../terminal/print-data.ts'
import { printTable, type TableForm } from '../terminal/print-table.ts'
import { parseSince } from './parse-since.ts'
import { readableRuns, type RunStates, withStates } from './run-states.ts'

export interface AuditValues {
  readonly select?: readonly string[]
  readonly history?: string
  readonly since?: string
  readonly limit?: number
  readonly output?: TableForm
}

const DEFAULT_LIMIT = 20

/** `btn audit`: what was written down, newest first. Nothing is changed, and no database is made. */
export function showAudit(call: Call<AuditValues>): Promise<ExitCode> {
  return withProject(call, { which: 'audit', printsData: true, needsPackages: false }, (opened) => {
    const topic = findTopic(call.argument)
    const question = toQuestion(topic, call.options, opened)
    return withDatabase(opened, { isReadOnly: true }, async (database): Promise<ExitCode> => {
      const connection = await database.connect()
      await requireLog(opened, database, connection)
      const table = await ask(opened, connection, question)
      const { output = 'text' } = call.options
      if (table.rows.length === 0 && output === 'text')
        printData(opened, 'Nothing was written down.')
      else printTable(opened, forForm(table, call.options), output)
      return 0
    })
  })
}

function findTopic(word: string | undefined): AuditTable {
  const list = auditTopics.join(', ')
  if (word === undefined) {
    const argument = `what to look at: ${list}`
    throw new DiagnosticError(diagnostic('missing-argument', { command: 'audit', argument }))
  }
  const topic = auditTopics.find((it) => it === word || it === `${word}s`)
  if (topic) return topic
  const params = { table: word, nearest: findNearest(word, auditTopics), known: auditTopics }
  throw new DiagnosticError(diagnostic('audit-table-unknown', params))
}

function toQuestion(table: AuditTable, values: AuditValues, opened: Opened): AuditQuestion {
  const { select = [], history, since } = values
  if (history !== undefined && table !== 'tests' && table !== 'monitors')
    throw new DiagnosticError(diagnostic('audit-history-of', { table }))
  const names = [...select.flatMap((it) => it.split(/\s+/)), history ?? ''].filter(Boolean)
  const from = since === undefined ? undefined : parseSince(since, opened.host.now())
  if (from === null)
    throw new DiagnosticError(diagnostic('audit-since-unreadable', { text: since ?? '' }))
  return {
    table,
    database: opened.project.target?.credentials.database ?? '',
    names,
    isHistory: history !== undefined,
    ...(from && { since: from }),
  }
}

async function requireLog(opened: Opened, database: Database, connection: Connection) {
  const { credentials } = opened.project.target ?? {}
  const schema = AUDIT_SCHEMA
  const name = credentials?.database ?? ''
  const found = await database.catalog.listRelations(connection, name, schema)
  if (found.length > 0) return
  const path = typeof credentials?.['path'] === 'string' ? credentials['path'] : name
  const inside = relative(opened.project.root, path)
  throw new DiagnosticError(
    diagnostic('audit-log-missing', { database: inside.startsWith('..') ? path : inside }),
  )
}

async function ask(
  { adapter }: Opened,
  connection: Connection,
  question: AuditQuestion,
): Promise<SqlTable> {
  if (!adapter) throw new Error('the audit log was asked without an adapter')
  const query = (asked: AuditQuestion) => connection.query(auditQuery(asked, adapter.dialect))
  const table = await query(question)
  const runs = await query({ table: 'runs', database: question.database })
  const states: RunStates = readableRuns(runs, hostname())
  return withStates(table, states)
}

/** People see fewer rows, and short ids. */
function forForm(table: SqlTable, { limit = DEFAULT_LIMIT, output = 'text' }: AuditValues) {
  const rows = limit < 0 ? table.rows : table.rows.slice(0, limit)
  if (output !== 'text') return { ...table, rows }
  const at = table.columns.findIndex(({ name }) => name === 'run_id')
  const short = rows.map((row) => row.map((it, i) => (i === at ? String(it).slice(0, 8) : it)))
  return withoutEmpty(withCommandLines({ ...table, rows: short }))
}

/** A run is known by its command line; its first word is the column before. */
function withCommandLines({ columns, rows }: SqlTable): SqlTable {
  const at = columns.findIndex(({ name }) => name === 'args')
  if (at === -1) return { columns, rows }
  const told = rows.map((row) => row.map((it, i) => (i === at ? commandLine(it) : it)))
  const isKept = (_: unknown, i: number) => i !== at - 1
  return {
    columns: columns.map((it, i) => (i === at ? { ...it, name: 'command' } : it)).filter(isKept),
    rows: told.map((row) => row.filter(isKept)),
  }
}

function commandLine(args: SqlValue): string {
  const text = typeof args === 'object' && args && 'text' in args ? args.text : String(args)
  const words: unknown = JSON.parse(text)?.words
  return Array.isArray(words) ? ['btn', ...words].join(' ') : ''
}

/** Columns that say nothing are left out for people. */
function withoutEmpty({ columns, rows }: SqlTable): SqlTable {
  const isSaid = columns.map(({ name }, at) => rows.some((row) => !isNothing(row[at], name)))
  return {
    columns: columns.filter((_, at) => isSaid[at]),
    rows: rows.map((row) => row.filter((_, at) => isSaid[at])),
  }
}

/** Counts of what rarely happens; what happens to every row is said even if it is none. */
const rare = /^(rows_warned|rows_repaired|duplicate_rows|duplicate_keys)$/

const NO_DRIFT = '{"missing":[],"extra":[],"renamed":{}}'

function isNothing(value: SqlValue | undefined, column: string): boolean {
  if (value === 0n) return rare.test(column)
  return value === null || value === undefined || value === '' || value === NO_DRIFT
}
