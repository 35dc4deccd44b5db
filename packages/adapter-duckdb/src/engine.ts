import type * as Api from '@duckdb/node-api'

/** DuckDB's own module. */
export type Engine = typeof Api

let engine: Promise<Engine> | undefined

/** Loads DuckDB when it is first needed: importing it costs more than starting Node. */
export function loadEngine(): Promise<Engine> {
  engine ??= import('@duckdb/node-api')
  return engine
}
