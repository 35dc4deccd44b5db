import type { Connection, ExecuteResult, SqlTable } from '@btn/adapter'

/** What became of a statement that a template sent. */
export interface Noted {
  readonly sql: string
  /** Rows of relations were asked for: here they are all empty. */
  readonly asksRows: boolean
  readonly isPassedOver: boolean
  /** What was passed over would have made something that queries can name. */
  readonly isMissed: boolean
}

export interface GuardOptions {
  readonly note: (noted: Noted) => void
  /** Whether the rows that a query gives here are those that it gives in the warehouse. */
  readonly knowsRows: (sql: string) => Promise<boolean>
}

const MAKES_OR_ASKS =
  /^(?:alter|comment|create|deallocate|desc|describe|drop|execute|explain|from|pragma|prepare|reset|select|set|show|summarize|truncate|use|values|with)\b|^\(/i
const SECRET = /^create\s+(?:or\s+replace\s+)?(?:persistent\s+|temporary\s+|temp\s+)?secret\b/i
const FILLS = /^create\s+(?:or\s+replace\s+)?(?:temporary\s+|temp\s+)?table\b[^]*?\bas\b/i
const ASKS = /^(?:select|from|with|values|summarize|\()/i
/** The description of a relation is the same, whatever rows it has. */
const FROM_ROWS = /\b(?:from|join)\b(?!\s*\(\s*describe\b)/i
const INTROSPECTS = /\binformation_schema\b|\bpg_catalog\b|\bduckdb_\w+\s*\(|\bpragma_\w+\s*\(/i

/**
 * The way of templates to a database that has no rows. Statements that make something, or ask, are sent; those that would move
 * rows, or reach what lies outside of the database, are passed over as if they had been done.
 */
export function guardConnection(
  connection: Connection,
  { note, knowsRows }: GuardOptions,
): Connection {
  const send = async <T>(sql: string, work: (text: string) => Promise<T>, nothing: T) => {
    const statements = statementsOf(sql)
    const isSent = statements.every((it) => MAKES_OR_ASKS.test(it) && !SECRET.test(it))
    const isKnown = async () => statements.length === 1 && (await knowsRows(sql))
    const isOpen = isSent && statements.some(asksRows) && !(await isKnown())
    note({
      sql,
      asksRows: isOpen,
      isPassedOver: !isSent,
      isMissed: !isSent && !statements.every(makesNothing),
    })
    return isSent ? work(withoutRows(sql)) : nothing
  }
  const done: ExecuteResult = { message: 'OK' }
  const empty: SqlTable = { columns: [], rows: [] }
  return {
    execute: (sql) => send(sql, (text) => connection.execute(text), done),
    query: (sql) => send(sql, (text) => connection.query(text), empty),
    interrupt: () => connection.interrupt(),
    close: () => connection.close(),
  }
}

const MOVES =
  /^(?:analyze|begin|checkpoint|commit|delete|explain|export|from|grant|insert|merge|rollback|select|start|truncate|update|vacuum|values|with)\b|^\(|^copy\b(?!\s+from\s+database\b)/i

/** Behind such a statement there is nothing that a query could name and that was not there before. */
export function makesNothing(statement: string): boolean {
  return MOVES.test(statement)
}

const PLAIN_NAME = /\{\{\s*(?:this(?:\.\w+)*|(?:ref|source)\([^(){}]*\))\s*\}\}/g

/** The same for a template of statements; false where nobody can tell without filling it in. */
export function plainlyMakesNothing(template: string): boolean {
  const text = template.replace(PLAIN_NAME, 'x')
  return !/\{[{%]/.test(text) && statementsOf(text).every(makesNothing)
}

/** Cut at each semicolon, be it inside of a text: a piece that is no statement makes the whole one be passed over. */
function statementsOf(sql: string): readonly string[] {
  return sql
    .replace(/\/\*[^]*?\*\//g, ' ')
    .replace(/--[^\n]*/g, ' ')
    .split(';')
    .map((it) => it.trim())
    .filter((it) => it !== '')
}

function asksRows(statement: string): boolean {
  return ASKS.test(statement) && FROM_ROWS.test(statement) && !INTROSPECTS.test(statement)
}

/** A table that a hook makes of files is one of their columns. */
export function withoutRows(sql: string): string {
  const [only, ...others] = statementsOf(sql)
  if (only === undefined || others.length > 0 || !FILLS.test(only)) return sql
  return `${sql.replace(/[;\s]+$/, '')}\nwith no data`
}
