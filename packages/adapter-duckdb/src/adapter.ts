import type { Adapter } from '@btn/adapter'
import { duckdbDialect } from './dialect.ts'
import { checkCredentials } from './profile/check-credentials.ts'

/** DuckDB in this process. */
export const duckdbAdapter: Adapter = {
  type: 'duckdb',
  dialect: duckdbDialect,
  checkCredentials,
  // Most of what is here, for commands that do open a database.
  open: async (credentials, options) =>
    (await import('./open/open-database.ts')).openDatabase(credentials, options),
  begin: async (credentials) => (await import('./open/open-database.ts')).beginOpening(credentials),
  openEmpty: async (credentials, databases) =>
    (await import('./open/open-empty.ts')).openEmpty(credentials, databases),
}
