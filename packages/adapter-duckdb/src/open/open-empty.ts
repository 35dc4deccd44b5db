import type { Credentials, EmptyDatabase } from '@btn/adapter'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DuckdbDatabase } from '../database.ts'
import { toDatabaseError } from '../database-error.ts'
import { duckdbDialect } from '../dialect.ts'
import { loadEngine } from '../engine.ts'
import { quarantineColumns } from '../load/quarantine-table.ts'
import { readProfile } from '../profile/check-credentials.ts'
import { nameDatabase } from '../profile/database-name.ts'
import type { SetupStep } from '../profile/profile.ts'
import { isFields } from '../profile/read-fields.ts'

/** Nothing is fetched: an extension that is not linked in or installed is missing. */
const OFFLINE = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
}

/** Of no use without the files behind them, or meant for a database that lives longer. */
const PASSED_OVER = new Set(['access_mode', 'memory_limit', 'temp_directory', 'threads'])

/**
 * Databases in memory under the names that the target has, with its extensions (those that are installed) and settings. Secrets are
 * left out: nothing is read with them.
 */
export async function openEmpty(
  credentials: Credentials,
  databases: readonly string[],
): Promise<EmptyDatabase> {
  const profile = readProfile(credentials)
  const engine = await loadEngine()
  const options = Object.entries(profile.configOptions).filter(([key]) => !PASSED_OVER.has(key))
  const instance = await engine.DuckDBInstance.create(':memory:', {
    ...Object.fromEntries(options),
    ...OFFLINE,
    threads: '1',
    errors_as_json: 'true',
  })
  const setup = await instance.connect()
  const names = new Map(
    [profile.database, ...attachedNames(credentials), ...databases].map((name) => [
      name.toLowerCase(),
      name,
    ]),
  )
  for (const [key, name] of names) {
    if (key !== 'memory') await setup.run(`attach ':memory:' as ${duckdbDialect.quote(name)}`)
  }
  const wanted = [...profile.setup.filter(isExtension), ...profile.settings]
  const missing = await trySteps(setup, wanted)
  const isHad = (step: SetupStep) => !missing.includes(step.what)
  const database = new DuckdbDatabase({
    engine,
    instance,
    profile,
    onClose: () => {
      setup.closeSync()
      instance.closeSync()
    },
    retries: { attempts: 1, isRetryable: () => false },
    settings: [
      `use ${duckdbDialect.quote(profile.database)}`,
      ...profile.settings.filter(isHad).flatMap((step) => step.alternatives[0] ?? []),
    ],
  })
  return {
    database,
    missing,
    quarantineColumns,
    make(statements) {
      const sql = statements.join(';\n')
      return explained(sql, () => setup.run(sql))
    },
    parse: (sql) => explained(sql, () => setup.extractStatements(sql)),
  }
}

async function explained(sql: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw toDatabaseError(error, sql)
  }
}

function isExtension({ what }: SetupStep): boolean {
  return what.startsWith('extension ')
}

function attachedNames(credentials: Credentials): readonly string[] {
  const attach = credentials['attach']
  if (!Array.isArray(attach)) return []
  return attach.flatMap((item: unknown) => {
    if (!isFields(item)) return []
    const { alias, path } = item
    if (typeof alias === 'string') return [alias]
    return typeof path === 'string' ? [nameDatabase(path)] : []
  })
}

/** Gives those that did not work. */
async function trySteps(
  native: DuckDBConnection,
  steps: readonly SetupStep[],
): Promise<readonly string[]> {
  const missing: string[] = []
  for (const { what, alternatives } of steps) {
    try {
      // The first alternative installs nothing.
      for (const sql of alternatives[0] ?? []) await native.run(sql)
    } catch {
      missing.push(what)
    }
  }
  return missing
}
