import {
  checkNewPackage,
  installDependencies,
  readNewPackage,
  type DepsEvent,
} from '@btn/core/packages'
import { DiagnosticError } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { withProject, type Opened } from './open-project.ts'
import { createScrub } from './project.ts'
import { createPackageWorld } from './package-world/create-package-world.ts'
import { depsEntries } from './terminal/deps-entries.ts'

interface DepsValues {
  readonly lock?: boolean
  readonly upgrade?: boolean
  readonly addPackage?: string
  readonly source?: 'hub' | 'git' | 'local'
  readonly offline?: boolean
}

/** `btn deps` */
export function installPackages(call: Call<DepsValues>): Promise<ExitCode> {
  const wish = {
    which: 'deps',
    needsTarget: false,
    needsPackages: false,
    needsVars: false,
  } as const
  return withProject(call, wish, (opened) => install(call, opened))
}

async function install({ options }: Call<DepsValues>, opened: Opened): Promise<ExitCode> {
  const { host, project, output } = opened
  const { addPackage, source = 'hub' } = options
  const added = addPackage === undefined ? undefined : readNewPackage(addPackage, source)
  if (added && opened.tell(checkNewPackage(added))) return 2
  try {
    await installDependencies({
      host,
      project,
      world: createPackageWorld(),
      scrub: createScrub(project.environment),
      tell: (event: DepsEvent) => output.tell(...depsEntries(event)),
      report: (...items) => {
        if (opened.tell(items)) throw new DiagnosticError([])
      },
      isUpgrade: options.upgrade ?? false,
      isLockOnly: options.lock ?? false,
      isOffline: options.offline ?? false,
      added,
    })
    return 0
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    opened.tell(error.diagnostics)
    return 2
  }
}
