import type { Adapter } from '@btn/adapter'
import { duckdbDialect } from './dialect.ts'
import { openDatabase } from './open/open-database.ts'
import { checkCredentials } from './profile/check-credentials.ts'

/** DuckDB in this process. */
export const duckdbAdapter: Adapter = {
  type: 'duckdb',
  dialect: duckdbDialect,
  checkCredentials,
  open: openDatabase,
}
