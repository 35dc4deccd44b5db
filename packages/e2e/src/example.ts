import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { repository, runLine, type Workspace } from './workspace.ts'

/** The real input files of a system; undefined where this machine has none. */
export function findRealFiles(system: string): string | undefined {
  const folder = join(repository, '../shared/data', system)
  return existsSync(folder) ? folder : undefined
}

/** Name of a test that needs the real files, which says why it is skipped. */
export function onRealFiles(what: string, folder: string | undefined): string {
  return folder === undefined ? `${what} (skipped: there are no real files here)` : what
}

/** The rows of a query in the project of a workspace. */
export async function ask(
  workspace: Workspace,
  sql: string,
  options = '',
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const line = `btn show --quiet --limit -1 --output json ${options} --inline "${sql}"`
  const { output, exitCode } = await runLine(line, workspace)
  if (exitCode !== 0) throw new Error(output)
  const { show }: { readonly show: readonly Readonly<Record<string, unknown>>[] } =
    JSON.parse(output)
  return show
}

/** SHA-256 of every file below some folders, by path; those that do not exist have none. */
export function checksums(
  root: string,
  folders: readonly string[],
): Readonly<Record<string, string>> {
  const paths = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name))),
    )
    .sort()
  const sum = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('hex')
  return Object.fromEntries(paths.map((path) => [path, sum(path)]))
}
