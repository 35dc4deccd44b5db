import { diagnostic, hasErrors, span, type Outcome } from '@btn/diagnostics'
import { HostError, type Host } from '../host.ts'
import { buildProject } from './build-project.ts'
import { checkCatalogs } from './catalogs.ts'
import { chooseTarget } from './choose-target.ts'
import { readDotEnv } from './dot-env.ts'
import { Environment } from './environment.ts'
import { findProject, type FoundProject } from './find-project.ts'
import { resolveFlags, type ProjectFlags } from './flags.ts'
import { findInEnvironment, type Ground } from './ground.ts'
import type { LoadOptions } from './options.ts'
import { joinPath } from './paths.ts'
import type { Project, Target } from './project.ts'
import { flagsIn, readProjectFlags } from './profile-flags.ts'
import { Findings, readSettingsFile } from './read-file.ts'
import { decode, LazySources } from './sources.ts'
import { readTimeWindows } from './time-windows.ts'

/** The steps of phase 1, in order: where the project is, what holds for it, which connection, what it consists of. */
export function loadProject(host: Host, options: LoadOptions): Outcome<Project | undefined> {
  const findings = new Findings()
  const environment = new Environment(
    host.environment,
    readEnvironmentFile(host, options, findings),
  )
  const { flags: given, workingDirectory } = options
  const projectDir = given?.project_dir ?? findInEnvironment(environment, 'PROJECT_DIR')
  const found = findings.keep(findProject(host, workingDirectory, projectDir))
  if (!found) return { value: undefined, diagnostics: findings.diagnostics }
  const sources = new LazySources(host, found.root)
  const file = findings.keep(readSettingsFile(sources, found.file))
  if (!file) {
    reportEmpty(found, findings)
    return { value: undefined, diagnostics: findings.diagnostics }
  }
  const base = { host, options, environment, found, sources, file }
  const project = findings.keep(readProjectFlags(base))
  const flagFiles = { project, user: readUserFlags(host, sources) }
  const flags = findings.keep(resolveFlags(given, environment, flagFiles))
  const windows = findings.keep(readTimeWindows(flags, host.now()))
  const ground: Ground = { ...base, findings, flags, windows }
  if (options.needsTarget !== false) findings.add(...checkCatalogs(ground))
  const value = buildProject(ground, targetOf(ground))
  return { value, diagnostics: findings.diagnostics }
}

function readEnvironmentFile(
  host: Host,
  options: LoadOptions,
  findings: Findings,
): Readonly<Record<string, string>> {
  const bytes = readOptional(host, joinPath(options.workingDirectory, '.env'))
  const source = bytes && findings.keep(decode('.env', bytes))
  return source ? readDotEnv(source.text) : {}
}

function readOptional(host: Host, path: string): Uint8Array | undefined {
  try {
    return host.readBytes(path)
  } catch (error) {
    // A folder of that name, or a file that only others may read, sets nothing.
    if (error instanceof HostError) return undefined
    throw error
  }
}

function reportEmpty(found: FoundProject, findings: Findings): void {
  if (findings.diagnostics.some((item) => item.severity === 'error')) return
  const where = { span: span({ path: found.file, text: '' }, 0) }
  findings.add(diagnostic('project-name-missing', { file: found.file }, where))
}

/** `flags:` of the user's own settings. As in dbt, a file that cannot be understood counts for nothing. */
function readUserFlags(host: Host, sources: LazySources): ProjectFlags | undefined {
  const path = joinPath(host.home, '.dbt', 'user_settings.yml')
  if (host.findStat(path)?.isDirectory !== false) return undefined
  const { value, diagnostics } = readSettingsFile(sources, path)
  return value && !hasErrors(diagnostics) ? flagsIn(value, 'flags') : undefined
}

/** A command that opens no database takes the target where there is one, and minds no mistake in it. */
function targetOf(ground: Ground): Target | undefined {
  const chosen = chooseTarget(ground)
  return ground.options.needsTarget === false ? chosen.value : ground.findings.keep(chosen)
}
