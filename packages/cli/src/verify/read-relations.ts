import {
  DatabaseError,
  type Connection,
  type Database,
  type Relation,
  type SchemaName,
  type SummaryRequest,
} from '@btn/adapter'
import { AUDIT_SCHEMA } from '@btn/core/run'
import type { RecordedRelation } from './recording.ts'

/** Up to so many rows are kept as text, so that people can see what differs. */
const MOST_ROWS_KEPT = 200

/** The database's own, and what btn keeps for itself. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'information_schema',
  'pg_catalog',
  AUDIT_SCHEMA,
])

/** What marks the columns that are different in every run. */
export type RunMarks = Pick<SummaryRequest, 'invocationIds' | 'startedAt' | 'endedAt'>

export interface RelationsRead {
  readonly relations: Readonly<Record<string, RecordedRelation>>
  /** Indexes, constraints and comments. */
  readonly details: readonly string[]
}

/** Reads every table and view of some of a connection's databases. */
export async function readRelations(
  database: Database,
  names: readonly string[],
  marks: RunMarks,
): Promise<RelationsRead> {
  const { catalog } = database
  const connection = await database.connect()
  const schemas = await listSchemas(database, connection, names)
  const found: [string, RecordedRelation][] = []
  for (const relation of await catalog.listRelationsIn(connection, schemas)) {
    const name = [relation.database, relation.schema, relation.name].join('.')
    found.push([name, await readRelation(database, connection, { relation, marks })])
  }
  const details = await catalog.listDetails(connection, schemas)
  await connection.close()
  return { relations: Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))), details }
}

async function listSchemas(
  { catalog }: Database,
  connection: Connection,
  databases: readonly string[],
): Promise<readonly SchemaName[]> {
  const found: SchemaName[] = []
  for (const database of databases) {
    for (const schema of await catalog.listSchemas(connection, database)) {
      if (!NOT_COMPARED.has(schema)) found.push({ database, schema })
    }
  }
  return found
}

async function readRelation(
  { catalog }: Database,
  connection: Connection,
  { relation, marks }: { readonly relation: Relation; readonly marks: RunMarks },
): Promise<RecordedRelation> {
  const type = relation.type ?? 'table'
  try {
    const columns = await catalog.listColumns(connection, relation)
    const request = { columns, mostRows: MOST_ROWS_KEPT, ...marks }
    const summary = await catalog.summarize(connection, relation, request)
    return { type, columns: columns.map((it) => [it.name, it.type] as const), ...summary }
  } catch (error) {
    // A view over something that is gone: the other tool must leave the same.
    if (!(error instanceof DatabaseError)) throw error
    return { type, columns: [], problem: error.message.split('\n')[0] ?? '' }
  }
}
