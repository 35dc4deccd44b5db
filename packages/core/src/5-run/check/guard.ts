import type { Connection, ExecuteResult, SqlTable } from '@btn/adapter'

/** What became of a statement that a template sent. */
export interface Noted {
  readonly sql: string
  /** Rows of relations were asked for: here they are all empty. */
  readonly asksRows: boolean
  readonly isPassedOver: boolean
}

type Note = (noted: Noted) => void

const MAKES_OR_ASKS =
  /^(?:alter|comment|create|deallocate|desc|describe|drop|execute|explain|from|pragma|prepare|reset|select|set|show|summarize|truncate|use|values|with)\b|^\(/i
const SECRET = /^create\s+(?:or\s+replace\s+)?(?:persistent\s+|temporary\s+|temp\s+)?secret\b/i
const FILLS = /^create\s+(?:or\s+replace\s+)?(?:temporary\s+|temp\s+)?table\b[^]*?\bas\b/i
const ASKS = /^(?:select|from|with|values|summarize|\()/i
const INTROSPECTS = /\binformation_schema\b|\bpg_catalog\b|\bduckdb_\w+\s*\(|\bpragma_\w+\s*\(/i

/**
 * The way of templates to a database that has no rows. Statements that make something, or ask, are sent; those that would move
 * rows, or reach what lies outside of the database, are passed over as if they had been done.
 */
export function guardConnection(connection: Connection, note: Note): Connection {
  const send = <T>(sql: string, work: (text: string) => Promise<T>, nothing: T): Promise<T> => {
    const isSent = statementsOf(sql).every((it) => MAKES_OR_ASKS.test(it) && !SECRET.test(it))
    note({ sql, asksRows: isSent && asksRows(sql), isPassedOver: !isSent })
    return isSent ? work(withoutRows(sql)) : Promise.resolve(nothing)
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

/** Cut at each semicolon, be it inside of a text: a piece that is no statement makes the whole one be passed over. */
function statementsOf(sql: string): readonly string[] {
  return sql
    .replace(/\/\*[^]*?\*\//g, ' ')
    .replace(/--[^\n]*/g, ' ')
    .split(';')
    .map((it) => it.trim())
    .filter((it) => it !== '')
}

function asksRows(sql: string): boolean {
  return statementsOf(sql).some(
    (it) => ASKS.test(it) && /\bfrom\b/i.test(it) && !INTROSPECTS.test(it),
  )
}

/** A table that a hook makes of files is one of their columns. */
function withoutRows(sql: string): string {
  const [only, ...others] = statementsOf(sql)
  if (only === undefined || others.length > 0 || !FILLS.test(only)) return sql
  return `${sql.replace(/[;\s]+$/, '')}\nwith no data`
}
