import type { QueryConnection } from '../describe-query.ts'
import type { ReadFunction } from '../types.ts'
import { findReads, type FileRead } from './find-reads.ts'

/** A query in which empty tables stand for files. */
export interface StoodIn {
  readonly sql: string
  /** By the name of the table, which is a temporary one. */
  readonly files: ReadonlyMap<string, ReadFunction>
}

let count = 0

/**
 * The engine binds reads of CSV and JSON files, but cannot write the plan of one down. `use` is given the query with empty temporary
 * tables in their places; they have the columns that the engine found in the files. Gives undefined when there are no such reads.
 */
export async function withStandIns<T>(
  connection: QueryConnection,
  sql: string,
  use: (stoodIn: StoodIn) => Promise<T>,
): Promise<T | undefined> {
  const reads = await findReads(connection, sql)
  if (!reads || reads.length === 0) return undefined
  const named = reads.map((read) => ({ read, table: `btn_read_${++count}` }))
  try {
    for (const { read, table } of named) {
      const call = sql.slice(read.start, read.end)
      await connection.query(`create temporary table ${table} as select * from ${call} limit 0`)
    }
    const files = named.map(({ read, table }) => [table, toFunction(read)] as const)
    return await use({ sql: replaceReads(sql, named), files: new Map(files) })
  } finally {
    for (const { table } of named) await connection.query(`drop table if exists temp.main.${table}`)
  }
}

function toFunction({ name, files }: FileRead): ReadFunction {
  return { kind: 'function', name, files }
}

function replaceReads(
  sql: string,
  named: readonly { readonly read: FileRead; readonly table: string }[],
): string {
  let text = ''
  let at = 0
  for (const { read, table } of named) {
    const alias = read.alias === undefined ? '' : ` as "${read.alias.replaceAll('"', '""')}"`
    text += `${sql.slice(at, read.start)}temp.main.${table}${alias}`
    at = read.end
  }
  return text + sql.slice(at)
}
