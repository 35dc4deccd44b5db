import { diagnostic, type Outcome } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import { joinPath, parentOf, resolvePath } from './paths.ts'

const BTN_FILE = 'project.yml'
export const DBT_FILE = 'dbt_project.yml'

export interface FoundProject {
  readonly root: string
  readonly form: 'btn' | 'dbt'
  /** Relative to the root. */
  readonly file: string
}

/** The project of a folder: the one asked for, or the nearest upwards. */
export function findProject(
  host: Host,
  workingDirectory: string,
  projectDir: string | undefined,
): Outcome<FoundProject | undefined> {
  const start = resolvePath(workingDirectory, projectDir ?? '.')
  for (let folder = start; ; folder = parentOf(folder)) {
    const found = projectIn(host, folder)
    if (found) return found
    if (projectDir !== undefined || folder === parentOf(folder)) break
  }
  const where = projectDir === undefined ? `${start} or above it` : start
  const expected = joinPath(projectDir ?? start, DBT_FILE)
  return { value: undefined, diagnostics: [diagnostic('project-not-found', { where, expected })] }
}

function projectIn(host: Host, folder: string): Outcome<FoundProject> | undefined {
  const isFile = (name: string): boolean =>
    host.findStat(joinPath(folder, name))?.isDirectory === false
  const [isBtn, isDbt] = [isFile(BTN_FILE), isFile(DBT_FILE)]
  if (!isBtn && !isDbt) return undefined
  const value: FoundProject = isBtn
    ? { root: folder, form: 'btn', file: BTN_FILE }
    : { root: folder, form: 'dbt', file: DBT_FILE }
  const isBoth = isBtn && isDbt
  return { value, diagnostics: isBoth ? [diagnostic('project-files-both', { folder })] : [] }
}
