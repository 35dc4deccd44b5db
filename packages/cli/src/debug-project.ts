import { execFileSync } from 'node:child_process'
import { arch, platform, release } from 'node:os'
import { join, relative } from 'node:path'
import { toPythonText } from '@btn/core'
import {
  DiagnosticError,
  familyOf,
  isError,
  type Code,
  type Diagnostic,
  type Family,
} from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { withProject, type Opened } from './open-project.ts'
import { diagnosticEntries } from './terminal/diagnostic-entry.ts'
import { emptyLine, line, type Entry } from './terminal/entry.ts'
import { printData } from './terminal/print-data.ts'
import { btnVersion, dbtVersion } from './version.ts'
import { withDatabase } from './with-database.ts'

interface DebugValues {
  readonly connection?: boolean
  readonly configDir?: boolean
}

/** `btn debug`: what btn runs on, what it read, and whether the database can be opened. */
export function debugProject(call: Call<DebugValues>): Promise<ExitCode> {
  const { configDir = false, connection = false } = call.options
  const wish = { which: 'debug', printsData: configDir, goesOn: true } as const
  return withProject(call, wish, async (opened) => {
    if (configDir) {
      printData(opened, opened.project.profilesFolder)
      return 0
    }
    opened.output.tell(...settingEntries(opened))
    if (connection) opened.output.tell(out('Skipping steps before connection verification'))
    else opened.output.tell(...checkEntries(opened))
    // What is wrong with variables and templates is no affair of the connection.
    const errors = opened.mistakes.filter(isError)
    const isStopped = errors.length === 0 || errors.some((it) => !isOfSettings(it))
    // Warnings are errors where the user wants it, and end the command as elsewhere.
    if (opened.tell(opened.mistakes) && isStopped) return 2
    const code = await tryConnection(opened)
    return errors.length > 0 ? 1 : code
  })
}

const out = (text: string): Entry => line('DebugCmdOut', 'Z047', text)

function settingEntries({ project, adapter }: Opened): readonly Entry[] {
  const shown = (path: string): string => relative(project.root, path) || '.'
  return [
    out(`btn version: ${btnVersion} (compatible with dbt ${dbtVersion})`),
    out(`node version: ${process.version}`),
    out(`node path: ${process.execPath}`),
    out(`os info: ${platform()} ${release()} ${arch()}`),
    ...profileEntries(project),
    out(
      `Using ${project.rootPackage.file} file at ${join(project.root, project.rootPackage.file)}`,
    ),
    ...(adapter ? [out(`adapter type: ${adapter.type}`)] : []),
    out(`target folder: ${shown(project.targetPath)}`),
    out(`log folder: ${shown(project.logPath)}`),
  ]
}

/** A project.yml has its connections with it. */
function profileEntries({ form, profilesFolder }: Opened['project']): readonly Entry[] {
  if (form === 'btn') return []
  return [
    out(`Using profiles dir at ${profilesFolder}`),
    out(`Using profiles.yml file at ${join(profilesFolder, 'profiles.yml')}`),
  ]
}

const ofSettings: readonly Family[] = ['Profile Error', 'Dbt project Error']

function isOfSettings(item: Diagnostic): boolean {
  return ofSettings.includes(familyOf(item))
}

/** A profile that is not there is a mistake of the project to dbt, which cannot find it; people look into profiles.yml. */
function isOfProfile(item: Diagnostic): boolean {
  const missing: readonly Code[] = ['profile-missing', 'profiles-file-missing']
  return familyOf(item) === 'Profile Error' || missing.includes(item.code)
}

function checkEntries({ project, mistakes }: Opened): readonly Entry[] {
  const settings = mistakes.filter((item) => isError(item) && isOfSettings(item))
  const isProfileGood = !settings.some(isOfProfile)
  return [
    out('Configuration:'),
    ...(project.form === 'dbt' ? [verdict('  profiles.yml file', isProfileGood)] : []),
    verdict(`  ${project.rootPackage.file} file`, settings.every(isOfProfile)),
    out('Required dependencies:'),
    out(` - git [${hasGit() ? 'OK found' : 'not found: packages from git repositories need it'}]`),
    emptyLine,
  ]
}

function verdict(what: string, isGood: boolean): Entry {
  return {
    ...out(''),
    text: ({ paint }) =>
      `${what} [${isGood ? paint.good('OK found and valid') : paint.bad('ERROR invalid')}]`,
  }
}

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function tryConnection(opened: Opened): Promise<ExitCode> {
  const { project, adapter, output } = opened
  if (!project.target || !adapter) {
    output.tell(out('Connection test skipped since no profile was found'))
    return 1
  }
  const { name, profileName, context } = project.target
  output.tell(out(`Connection: target "${name}" of "${profileName}"`))
  for (const [key, value] of Object.entries(context)) {
    if (key === 'name' || key === 'target_name' || key === 'profile_name') continue
    output.tell(out(`  ${key}: ${toPythonText(value)}`))
  }
  try {
    await withDatabase(opened, {}, async (database) => {
      const connection = await database.connect()
      await connection.query('select 1')
    })
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    output.tell({ ...out(''), text: ({ paint }) => `  Connection test: [${paint.bad('ERROR')}]` })
    output.tell(...diagnosticEntries(error.diagnostics))
    return 1
  }
  output.tell({
    ...out(''),
    text: ({ paint }) => `  Connection test: [${paint.good('OK connection ok')}]`,
  })
  if (opened.mistakes.some(isError)) return 1
  output.tell(emptyLine, { ...out(''), text: ({ paint }) => paint.good('All checks passed!') })
  return 0
}
