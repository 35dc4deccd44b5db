import { createHash } from 'node:crypto'
import type { Connection } from '@btn/adapter'
import { DuckdbConnection } from '../connection.ts'
import { TOKEN_MACRO } from './protect-sql.ts'

const BLOCK_BYTES = 64
const DIGITS = 26

/**
 * A connection that can make tokens, for the work of another one, which interrupts it, too. The key is bound, not written: it is in no statement
 * that somebody could log, and nothing of it outlives the connection. Plans would show it, so that none is written down.
 */
export async function withKey<T>(
  outer: Connection,
  { connect, key }: { readonly connect: () => Promise<Connection>; readonly key: Uint8Array },
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const own = await connect()
  const done = ofDuckdb(outer).onInterrupt(() => own.interrupt())
  try {
    await own.execute('pragma disable_profiling')
    const { inner, outer: around } = padsOf(key)
    await bind(own, 'set variable __btn_inner = unhex($1)', [inner])
    await bind(own, 'set variable __btn_outer = unhex($1)', [around])
    await own.execute(TOKEN_SQL)
    return await work(own)
  } finally {
    done()
    await own.close()
  }
}

/** Sends values beside the statement, not in it. */
export function bind(
  connection: Connection,
  sql: string,
  values: readonly string[],
): Promise<void> {
  return ofDuckdb(connection).bind(sql, values)
}

function ofDuckdb(connection: Connection): DuckdbConnection {
  if (connection instanceof DuckdbConnection) return connection
  throw new Error('the connection is of another database')
}

/** HMAC of RFC 2104, of the functions that there are. */
const TOKEN_SQL =
  `create or replace temp macro ${TOKEN_MACRO}(prefix, value) as prefix || left(sha256(` +
  `getvariable('__btn_outer') || unhex(sha256(getvariable('__btn_inner') || encode(value)))), ${DIGITS})`

function padsOf(key: Uint8Array): { readonly inner: string; readonly outer: string } {
  const short = key.length > BLOCK_BYTES ? createHash('sha256').update(key).digest() : key
  const block = Buffer.alloc(BLOCK_BYTES)
  block.set(short)
  const padded = (byte: number): string => Buffer.from(block.map((it) => it ^ byte)).toString('hex')
  return { inner: padded(0x36), outer: padded(0x5c) }
}
