import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Connection, ExportRequest } from '@btn/adapter'
import { duckdbDialect } from './dialect.ts'
import { findScheme } from './profile/database-name.ts'

/** Options of COPY that make a folder of many files instead of one file. */
const MANY_FILES = /\b(?:partition_by|per_thread_output|file_size_bytes|row_groups_per_file)\b/i

/** Writes a table with COPY, beside the place where it belongs; then it takes the place in one step. */
export async function exportTable(connection: Connection, request: ExportRequest): Promise<void> {
  const { location, options } = request
  if (findScheme(location) !== undefined) await copy(connection, request)
  else if (MANY_FILES.test(options)) await exportFolder(connection, request)
  else await copy(connection, { ...request, options: besideFirst(options) })
}

/** DuckDB itself writes beside and renames; without being told so only when it overwrites. */
function besideFirst(options: string): string {
  return /\buse_tmp_file\b/i.test(options)
    ? options
    : [options, 'use_tmp_file true'].filter(Boolean).join(', ')
}

async function copy(
  connection: Connection,
  { table, location, options }: ExportRequest,
): Promise<void> {
  const suffix = options === '' ? '' : ` (${options})`
  await connection.execute(`copy ${table} to ${duckdbDialect.literal(location)}${suffix}`)
}

/** Two renames stand between the old folder and the new one; the files themselves are whole at any time. */
async function exportFolder(connection: Connection, request: ExportRequest): Promise<void> {
  const { location, options } = request
  const hasFiles = existsSync(location) && (await readdir(location)).length > 0
  const mode = /\b(overwrite_or_ignore|overwrite|append)\b/i.exec(options)?.[1]?.toLowerCase()
  // DuckDB refuses to write into a folder that holds files already, and says what to do.
  if (hasFiles && mode === undefined) return copy(connection, request)
  const beside = join(dirname(location), `.${basename(location)}.btn-new`)
  await rm(beside, { recursive: true, force: true })
  try {
    await copy(connection, { ...request, location: beside })
    if (hasFiles && mode !== 'overwrite') await moveFiles(beside, location)
    else await exchange(beside, location)
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

async function exchange(beside: string, location: string): Promise<void> {
  const old = join(dirname(location), `.${basename(location)}.btn-old`)
  await rm(old, { recursive: true, force: true })
  if (existsSync(location)) await rename(location, old)
  await rename(beside, location)
  await rm(old, { recursive: true, force: true })
}

/** File by file, each in one step: what lies in other files of the folder stays. */
async function moveFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await moveFiles(source, target)
    else await rename(source, target)
  }
}
