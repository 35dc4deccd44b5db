import { arch, platform, release } from 'node:os'
import { relative } from 'node:path'
import { DiagnosticError } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { withProject, type Opened } from './open-project.ts'
import { diagnosticEntries } from './terminal/diagnostic-entry.ts'
import { emptyLine, line, type Entry } from './terminal/entry.ts'
import { printData } from './terminal/print-data.ts'
import { btnVersion, dbtVersion } from './version.ts'

interface DebugValues {
  readonly connection?: boolean
  readonly configDir?: boolean
}

/** `btn debug`: what btn runs on, what it read, and whether the database can be opened. */
export function debugProject(call: Call<DebugValues>): Promise<ExitCode> {
  return withProject(
    call,
    { which: 'debug', printsData: call.options.configDir ?? false },
    async (opened) => {
      if (call.options.configDir) {
        printData(opened, call.options.profilesDir ?? opened.project.root)
        return 0
      }
      if (!call.options.connection) opened.output.tell(...settingEntries(opened))
      return tryConnection(opened)
    },
  )
}

const out = (text: string): Entry => line('DebugCmdOut', 'Z047', text)

function settingEntries({ project }: Opened): readonly Entry[] {
  const shown = (path: string): string => relative(project.root, path) || '.'
  return [
    out(`btn version: ${btnVersion} (compatible with dbt ${dbtVersion})`),
    out(`node version: ${process.version}`),
    out(`node path: ${process.execPath}`),
    out(`os info: ${platform()} ${release()} ${arch()}`),
    out(`project folder: ${project.root}`),
    out(`project file: ${project.rootPackage.file}`),
    out(`target folder: ${shown(project.targetPath)}`),
    out(`log folder: ${shown(project.logPath)}`),
    emptyLine,
  ]
}

async function tryConnection(opened: Opened): Promise<ExitCode> {
  const { project, adapter, output } = opened
  if (!project.target || !adapter) return 1
  const { name, profileName, context, credentials } = project.target
  output.tell(out(`Connection: target "${name}" of "${profileName}"`))
  for (const [key, value] of Object.entries(context)) {
    if (key === 'name' || key === 'target_name' || key === 'profile_name') continue
    output.tell(
      out(`  ${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`),
    )
  }
  process.chdir(project.root)
  try {
    const database = await adapter.open(credentials)
    const connection = await database.connect()
    await connection.query('select 1')
    await database.close()
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
  output.tell(emptyLine, { ...out(''), text: ({ paint }) => paint.good('All checks passed!') })
  return 0
}
