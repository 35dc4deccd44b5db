import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Credentials, Database, Opening, OpenOptions } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { DuckdbDatabase } from '../database.ts'
import { duckdbDialect } from '../dialect.ts'
import { readError } from '../database-error.ts'
import { loadEngine, type Engine } from '../engine.ts'
import { readProfile } from '../profile/check-credentials.ts'
import { findScheme, MEMORY } from '../profile/database-name.ts'
import type { DuckdbProfile, SetupStep } from '../profile/profile.ts'
import { explainLock, explainOpenError, findForeignFile, isLock, showPath } from './open-problem.ts'

/** Databases of this process by path: two instances over one file would damage it. */
const openPaths = new Set<string>()

/** Opens the database of a target; throws a DiagnosticError that says what to do when it cannot. */
export async function openDatabase(
  credentials: Credentials,
  options: OpenOptions = {},
): Promise<Database> {
  const written = readProfile(credentials)
  const profile = options.isReadOnly ? await toReadOnly(written) : written
  const { path } = profile
  if (isFile(path)) await prepareFile(path, options.isReadOnly ?? false)
  const engine = await loadEngine()
  return setUp({ engine, profile, instance: await createInstance(engine, profile) }, options)
}

/** See `Adapter.begin`. Opening a large file takes the engine a tenth of a second, in which a project can be read. */
export async function beginOpening(credentials: Credentials): Promise<Opening | undefined> {
  const profile = readProfile(credentials)
  const { path } = profile
  if (isFile(path) && (openPaths.has(path) || (await findForeignFile(path)))) return undefined
  if (path !== MEMORY && !(await isThere(path))) return undefined
  const engine = await loadEngine()
  // Not awaited: what matters is that it was begun.
  const creating = engineInstance(engine, profile).catch(() => undefined)
  return {
    async finish(options) {
      const instance = await creating
      if (!instance) return openDatabase(credentials, options)
      return setUp({ engine, profile, instance }, options)
    },
    abandon: async () => (await creating)?.closeSync(),
  }
}

function isFile(path: string): boolean {
  return path !== MEMORY && findScheme(path) === undefined
}

interface Opened {
  readonly engine: Engine
  readonly profile: DuckdbProfile
  readonly instance: DuckDBInstance
}

/** What the profile wants of an instance: attached databases, secrets, settings. */
async function setUp(
  { engine, profile, instance }: Opened,
  { openUrl, isReadOnly }: OpenOptions = {},
): Promise<Database> {
  const { path } = profile
  if (isFile(path)) openPaths.add(path)
  const onClose = () => {
    instance.closeSync()
    openPaths.delete(path)
  }
  try {
    const setup = await instance.connect()
    await runSteps(setup, profile.setup)
    await runSteps(setup, profile.settings)
    setup.closeSync()
  } catch (error) {
    onClose()
    throw error
  }
  return new DuckdbDatabase({
    engine,
    instance,
    onClose,
    profile,
    file: isFile(path) && !isReadOnly ? profile.database : undefined,
    ...(openUrl && { openUrl }),
    settings: profile.settings.flatMap((step) => step.alternatives[0] ?? []),
    retries: {
      attempts: profile.queryAttempts,
      isRetryable: (error) => profile.retryableKinds.includes(readError(error).kind),
    },
  })
}

async function prepareFile(path: string, isReadOnly: boolean): Promise<void> {
  if (openPaths.has(path)) throw new Error(`${path} is open in this process already`)
  const foreign = await findForeignFile(path)
  if (foreign) throw new DiagnosticError(foreign)
  if (!isReadOnly) await makeFolder(path)
}

/** What can only be read. In place of a file that does not exist there is an empty database of its name, in memory. */
async function toReadOnly(profile: DuckdbProfile): Promise<DuckdbProfile> {
  const { path, database, configOptions, setup } = profile
  if (path === MEMORY || findScheme(path) !== undefined) return profile
  if (await isThere(path)) {
    return {
      ...profile,
      configOptions: { ...configOptions, access_mode: 'read_only' },
      setup: setup.filter((it) => !it.needsWriting),
    }
  }
  const name = duckdbDialect.quote(database)
  const step = (statement: string): SetupStep => ({ what: path, alternatives: [[statement]] })
  return {
    ...profile,
    path: MEMORY,
    setup: [step(`attach ':memory:' as ${name}`), ...setup],
    settings: [step(`use ${name}`), ...profile.settings],
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Not Node's own `recursive`: it never ends where a folder is missing that cannot be made, as in /proc. */
async function makeFolders(folder: string, canAskParent = true): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code !== 'ENOENT' || !canAskParent || dirname(folder) === folder) throw error
    await makeFolders(dirname(folder))
    await makeFolders(folder, false)
  }
}

async function makeFolder(path: string): Promise<void> {
  const folder = dirname(path)
  try {
    await makeFolders(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const shown = showPath(path)
    if (code === 'ENOSPC') throw new DiagnosticError(diagnostic('disk-full', { path: shown }))
    throw new DiagnosticError(
      diagnostic('database-unwritable', {
        path: shown,
        place: showPath(folder),
        problem: folderProblems[code] ?? `cannot be made (${code})`,
      }),
    )
  }
}

const folderProblems: Readonly<Record<string, string>> = {
  EACCES: 'cannot be made: the folder above may not be written by this user',
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'lies below a file, not a folder',
  EROFS: 'is on a read-only file system',
}

function engineInstance(
  engine: Engine,
  { path, configOptions }: DuckdbProfile,
): Promise<DuckDBInstance> {
  return engine.DuckDBInstance.create(path, { ...configOptions, errors_as_json: 'true' })
}

async function createInstance(engine: Engine, profile: DuckdbProfile): Promise<DuckDBInstance> {
  const { connectAttempts, retryableKinds } = profile
  for (let attempt = 1; ; attempt++) {
    try {
      return await engineInstance(engine, profile)
    } catch (error) {
      if (attempt >= connectAttempts || !retryableKinds.includes(readError(error).kind)) {
        throw new DiagnosticError(await explainOpenError(engine, profile, error), { cause: error })
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** (attempt - 1)))
    }
  }
}

async function runSteps(native: DuckDBConnection, steps: readonly SetupStep[]): Promise<void> {
  for (const step of steps) {
    let problem: unknown
    for (const statements of step.alternatives) {
      try {
        for (const sql of statements) await native.run(sql)
        problem = undefined
        break
      } catch (error) {
        problem = error
      }
    }
    if (problem === undefined) continue
    const { message } = readError(problem)
    const extension = /Failed to download extension "(\w+)"/.exec(message)?.[1]
    const found = isLock(message)
      ? await explainLock(step.what, message)
      : extension === undefined
        ? diagnostic('database-setup-failed', { what: step.what, problem: message })
        : diagnostic('extension-missing', { what: step.what, extension })
    throw new DiagnosticError(found, { cause: problem })
  }
}
