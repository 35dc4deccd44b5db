import type { Scope } from '@btn/jinja'
import type { Host } from '../host.ts'
import type { JsonObject } from '../types/index.ts'
import type { Environment } from './environment.ts'
import type { FoundProject } from './find-project.ts'
import type { Flags } from './flags-table.ts'
import type { LoadOptions } from './options.ts'
import { Findings, readSettingsFile, type SettingsFile } from './read-file.ts'
import type { LazySources } from './sources.ts'
import type { TimeWindows } from './time-windows.ts'
import type { SettingsScope } from '../yaml/index.ts'
import { createYamlScope } from './yaml-scope.ts'

/** What every step of loading stands on, once the project's file is read. */
export interface Ground {
  readonly host: Host
  readonly options: LoadOptions
  readonly environment: Environment
  readonly findings: Findings
  readonly found: FoundProject
  readonly sources: LazySources
  /** `project.yml` or `dbt_project.yml`. */
  readonly file: SettingsFile
  readonly flags: Flags
  readonly windows: TimeWindows
}

/** What templates in settings see once the target is known; `shared` are the variables of vars.yml. */
export function settingsScope(
  ground: Ground,
  target: JsonObject | undefined,
  shared: JsonObject = {},
): Scope {
  const { environment, host, options } = ground
  return createYamlScope({
    environment,
    now: host.now(),
    vars: { ...shared, ...options.vars },
    target,
    needsVars: options.needsVars ?? true,
  })
}

/** What templates in connections and lists of packages see: secrets, too. */
export function secretScope({ environment, host, options }: Ground): SettingsScope {
  return createYamlScope({
    environment,
    now: host.now(),
    vars: options.vars ?? {},
    allowsSecrets: true,
    needsVars: options.needsVars ?? true,
  })
}

export function readIfThere(ground: Ground, file: string): SettingsFile | undefined {
  const stat = ground.host.findStat(ground.sources.absolutePath(file))
  if (stat?.isDirectory !== false) return undefined
  return ground.findings.keep(readSettingsFile(ground.sources, file))
}

/** The first of a variable's names that is set: ours wins over dbt's. */
export function findInEnvironment(environment: Environment, name: string): string | undefined {
  const found = ['BTN', 'DBT_ENGINE', 'DBT'].map((prefix) => environment.peek(`${prefix}_${name}`))
  return found.find((value) => value !== undefined && value !== '')
}
