import { access, constants } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import { readError } from '../database-error.ts'
import type { Engine } from '../engine.ts'
import type { DuckdbProfile } from '../profile/profile.ts'
import { readFileHeader, type FileHeader } from './file-header.ts'
import { describeHolder } from './lock-holder.ts'

/** Finds out before DuckDB is asked: for a file of SQLite it would first try to fetch an extension. */
export async function findForeignFile(path: string): Promise<Diagnostic | undefined> {
  const header = await readFileHeader(path)
  if (header?.kind !== 'other') return undefined
  return diagnostic('database-not-duckdb', { path: showPath(path), found: header.description })
}

/** Says in btn's words why DuckDB could not open a file. */
export async function explainOpenError(
  engine: Engine,
  { path, configOptions }: Pick<DuckdbProfile, 'path' | 'configOptions'>,
  error: unknown,
): Promise<Diagnostic> {
  const { message } = readError(error)
  const shown = showPath(path)
  if (isLock(message)) return explainLock(path, message)
  if (message === 'Failed to set config') return explainOptionValue(engine, configOptions)
  const option = /options were not recognized: ([\w, ]+)/.exec(message)?.[1]
  if (option !== undefined) return explainOption(engine, option)
  return (
    explainSystemError(shown, path, message) ??
    (await explainFile(engine, path, message)) ??
    (await explainAccess(path)) ??
    diagnostic('database-open-failed', { path: shown, problem: message })
  )
}

/** Relative to where the user stands, as they would write it. */
export function showPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near === '' || near.startsWith('..') ? path : near
}

export function isLock(message: string): boolean {
  return message.includes('Conflicting lock is held')
}

/** Names the file that is locked: the database itself, or one that is attached to it. */
export async function explainLock(path: string, message: string): Promise<Diagnostic> {
  const file = /lock on file "([^"]+)"/.exec(message)?.[1] ?? path
  return diagnostic('database-locked', {
    path: showPath(file),
    holder: await describeHolder(message),
  })
}

/** DuckDB does not say which of the values it refuses: each is tried alone. */
async function explainOptionValue(
  engine: Engine,
  options: Readonly<Record<string, string>>,
): Promise<Diagnostic> {
  const refused: string[] = []
  for (const [option, value] of Object.entries(options)) {
    try {
      const instance = await engine.DuckDBInstance.create(':memory:', { [option]: value })
      instance.closeSync()
    } catch {
      refused.push(`${option}: ${JSON.stringify(value)}`)
    }
  }
  return diagnostic('database-option-wrong', { options: refused.join(', ') })
}

function explainOption(engine: Engine, option: string): Diagnostic {
  const known = Object.keys(engine.configurationOptionDescriptions())
  const nearest = findNearest(option, known)
  return diagnostic('database-option-unknown', { option, nearest })
}

function explainSystemError(shown: string, path: string, message: string): Diagnostic | undefined {
  if (/No space left on device|Disk quota exceeded/i.test(message)) {
    return diagnostic('disk-full', { path: shown })
  }
  const problem = /Permission denied|Read-only file system|Is a directory/i.exec(message)?.[0]
  if (problem === undefined) return undefined
  const place = /Is a directory/i.test(problem) ? shown : findPlace(path, message)
  const words = {
    'permission denied': 'may not be written by this user',
    'read-only file system': 'is on a read-only file system',
    'is a directory': 'is a folder',
  }[problem.toLowerCase()]
  return diagnostic('database-unwritable', { path: shown, place, problem: words ?? problem })
}

/** The file that DuckDB names: the database itself, or the log beside it. */
function findPlace(path: string, message: string): string {
  return showPath(/file "([^"]+)"/.exec(message)?.[1] ?? path)
}

async function explainFile(
  engine: Engine,
  path: string,
  message: string,
): Promise<Diagnostic | undefined> {
  const header = await readFileHeader(path)
  const shown = showPath(path)
  if (header?.kind !== 'duckdb') return undefined
  const own = engine.version()
  const writer = findNewerWriter(header, message, own)
  if (writer !== undefined) {
    return diagnostic('database-newer', { path: shown, writtenBy: writer, own })
  }
  if (/version number \d+, but we can only read/.test(message)) {
    return diagnostic('database-older', { path: shown, version: header.storageVersion, own })
  }
  return /corrupt|checksum|read enough bytes|deserializ|WAL/i.test(message)
    ? diagnostic('database-damaged', { path: shown, problem: firstLine(message) })
    : undefined
}

/** The newest format that DuckDB 1.5 reads; it says so itself unless the header is damaged, too. */
const NEWEST_STORAGE = 68

function findNewerWriter(
  header: FileHeader & { kind: 'duckdb' },
  message: string,
  own: string,
): string | undefined {
  const { release, storageVersion } = header
  const isNewerRelease = release !== undefined && rank(release) > rank(own)
  const isNewer = message.includes('newer version of DuckDB') || storageVersion > NEWEST_STORAGE
  if (!isNewer && !(isNewerRelease && /version|checksum|corrupt/i.test(message))) return undefined
  return isNewerRelease ? `DuckDB ${release}` : `a DuckDB with storage version ${storageVersion}`
}

function rank(release: string): number {
  const match = /v?(\d+)\.(\d+)/.exec(release)
  return match ? Number(match[1]) * 1000 + Number(match[2]) : 0
}

const firstLine = (text: string) => text.split('\n')[0] ?? text

async function explainAccess(path: string): Promise<Diagnostic | undefined> {
  for (const place of [path, dirname(path)]) {
    try {
      await access(place, constants.W_OK)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error) || error.code === 'ENOENT') continue
      const problem = 'may not be written by this user'
      return diagnostic('database-unwritable', {
        path: showPath(path),
        place: showPath(place),
        problem,
      })
    }
  }
  return undefined
}
