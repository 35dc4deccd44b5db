import { basename } from 'node:path'

/** Databases that are no file of this machine: `md:`, `ducklake:`, `s3://`. A drive letter is no scheme. */
export function findScheme(path: string): string | undefined {
  return /^([a-z][\w+.-]+):/i.exec(path)?.[1]?.toLowerCase()
}

export const MEMORY = ':memory:'

export function isMotherduck(path: string): boolean {
  const scheme = findScheme(path)
  return scheme === 'md' || scheme === 'motherduck'
}

/** The name under which DuckDB knows an opened path, as dbt-duckdb derives it: `data/my.db.duckdb` is `my`. */
export function nameDatabase(path: string): string {
  if (path === MEMORY) return 'memory'
  const scheme = findScheme(path)
  const rest = scheme === undefined ? path : path.slice(scheme.length + 1).replace(/[?#].*$/, '')
  const base = basename(rest)
  if (scheme === 'md' || scheme === 'motherduck') return base === '' ? 'my_db' : base
  return base.replace(/^\.+/, '').split('.')[0] ?? ''
}

/** Whether an attached path is a file of this machine, so that it can be relative to the project. */
export function isLocalFile(path: string, type: unknown): boolean {
  const isFile = typeof type !== 'string' || ['duckdb', 'sqlite'].includes(type.toLowerCase())
  return isFile && path !== MEMORY && path !== '' && findScheme(path) === undefined
}
