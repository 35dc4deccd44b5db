import { isAbsolute, join, relative, resolve } from 'node:path'
import { diagnostic } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { withProject, type Opened } from './open-project.ts'
import type { Host } from './project.ts'
import { line } from './terminal/entry.ts'

interface CleanValues {
  readonly databases?: boolean
  readonly yes?: boolean
  readonly cleanProjectFilesOnly?: boolean
}

/** `btn clean`: empties the clean-targets. Databases stay, unless their removal is asked for and answered with yes. */
export function cleanProject(call: Call<CleanValues>): Promise<ExitCode> {
  return withProject(
    call,
    { which: 'clean', needsTarget: false, needsPackages: false },
    async (opened) => {
      const { project, output } = opened
      const mistakes = project.cleanTargets.flatMap((path) =>
        findMistake(path, opened, call.options),
      )
      if (opened.tell([...mistakes, ...warnOfOldFolder(opened)])) return 1
      const databases = findDatabases(opened)
      const isRemoving = (call.options.databases ?? false) && databases.length > 0
      if (isRemoving && !(await isAgreed(databases, call, opened))) return 1
      const kept = isRemoving ? [] : databases
      for (const path of project.cleanTargets) {
        const shown = shownPath(path, opened)
        output.tell(line('CheckCleanPath', 'Z012', `Checking ${shown}/*`, { path: shown }))
        removeBut(path, kept, opened.host)
        output.tell(line('ConfirmCleanPath', 'Z013', `Cleaned ${shown}/*`, { path: shown }))
      }
      for (const path of kept)
        output.tell(line('KeptDatabase', '', `Kept the database ${shownPath(path, opened)}`))
      output.tell(line('FinishedCleanPaths', 'Z015', 'Finished cleaning all paths.', {}))
      return 0
    },
  )
}

function findMistake(path: string, { project }: Opened, options: CleanValues) {
  const inside = relative(project.root, path)
  const isOutside = inside.startsWith('..') || isAbsolute(inside)
  if (isOutside && (options.cleanProjectFilesOnly ?? true)) {
    return [diagnostic('clean-outside-project', { path })]
  }
  const { rootPackage } = project
  const sources = [
    ...rootPackage.modelPaths,
    ...rootPackage.seedPaths,
    ...rootPackage.testPaths,
    ...rootPackage.macroPaths,
    ...rootPackage.analysisPaths,
    ...rootPackage.snapshotPaths,
  ]
  const holds = (folder: string): boolean =>
    !relative(path, resolve(project.root, folder)).startsWith('..')
  const isProtected = holds(project.root) || sources.some(holds)
  return isProtected ? [diagnostic('clean-protected', { path: inside || '.' })] : []
}

/** Packages used to be in another folder: who still cleans that one, and not the new one, has not noticed. */
function warnOfOldFolder({ project }: Opened) {
  const { cleanTargets, packagesPath, root } = project
  const isOld = cleanTargets.includes(resolve(root, 'dbt_modules'))
  return isOld && !cleanTargets.includes(packagesPath)
    ? [diagnostic('clean-old-install-path', {})]
    : []
}

/** Files of databases that the target names, or lies beside: whatever DuckDB wrote below the folders to be emptied. */
function findDatabases({ project, host }: Opened): readonly string[] {
  const { credentials } = project.target ?? {}
  const named = credentials && 'path' in credentials ? String(credentials['path']) : undefined
  const main = named && resolve(project.root, named)
  return project.cleanTargets.flatMap((folder) =>
    host
      .listFiles(folder)
      .map(({ path }) => join(folder, path))
      .filter(
        (path) =>
          path === main || path === `${main}.wal` || /\.(duckdb|ddb|db)(\.wal)?$/.test(path),
      ),
  )
}

async function isAgreed(
  databases: readonly string[],
  call: Call<CleanValues>,
  opened: Opened,
): Promise<boolean> {
  if (call.options.yes) return true
  const names = databases.map((path) => shownPath(path, opened)).join(', ')
  const answer = await call.session.terminal.ask(`Remove ${names} for good? [y/N] `)
  if (answer && /^y(es)?$/i.test(answer.trim())) return true
  opened.tell([diagnostic('database-not-removed', { path: names })])
  return false
}

/** Removes everything below a folder but these files and the folders that they lie in. */
function removeBut(folder: string, kept: readonly string[], host: Host): void {
  if (!kept.some((path) => path.startsWith(`${folder}/`))) {
    host.remove(folder)
    return
  }
  for (const { path } of host.listFiles(folder)) {
    const file = join(folder, path)
    if (!path.includes('/') && !kept.includes(file)) host.remove(file)
  }
  for (const name of host.listFolders(folder)) removeBut(join(folder, name), kept, host)
}

function shownPath(path: string, { project }: Opened): string {
  return relative(project.root, path) || '.'
}
