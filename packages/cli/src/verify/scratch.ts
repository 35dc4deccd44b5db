import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Credentials } from '@btn/adapter'
import type { Project } from '../project.ts'

/** Where one tool works: a profile that leads to a database of its own, a target folder, logs. */
export interface Scratch {
  readonly folder: string
  readonly profilesFolder: string
  readonly targetFolder: string
  readonly logFolder: string
  /** The project's connection, with copies of its database files. */
  readonly credentials: Credentials
  remove(): void
}

/** Makes a folder for a tool. The databases that the target names are copied, so that neither tool sees what the other did. */
export function createScratch(project: Project, label: string): Scratch {
  const { target } = project
  if (!target) throw new Error('two tools are compared without a target')
  const folder = mkdtempSync(join(tmpdir(), `btn-verify-${label}-`))
  const profilesFolder = join(folder, 'profiles')
  mkdirSync(profilesFolder, { mode: 0o700 })
  mkdirSync(join(folder, 'databases'))
  const credentials = withOwnFiles(target.credentials, join(folder, 'databases'))
  const profile = { target: target.name, outputs: { [target.name]: credentials } }
  // JSON is YAML. Secrets that the profile took from the environment stand in it: for nobody else's eyes.
  const text = JSON.stringify({ [target.profileName]: profile }).replaceAll('{{', '{{ "{{" }}')
  writeFileSync(join(profilesFolder, 'profiles.yml'), text, { mode: 0o600 })
  return {
    folder,
    profilesFolder,
    targetFolder: join(folder, 'target'),
    logFolder: join(folder, 'logs'),
    credentials,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function withOwnFiles(credentials: Credentials, folder: string): Credentials {
  const own = { ...credentials, path: copied(toFileName(credentials), folder) }
  const attach = credentials['attach']
  if (!Array.isArray(attach)) return own
  return { ...own, attach: attach.map((item: unknown) => copiedAttachment(item, folder)) }
}

/** A database in memory is put into a file of the same name: afterwards it has to be read. */
function toFileName({ path }: Credentials): string {
  return path === ':memory:' ? 'memory.duckdb' : String(path)
}

/** The file beside which its log may stand, copied; a file that is not there yet is left to the tool. */
function copied(path: string, folder: string): string {
  const copy = join(folder, basename(path))
  if (!existsSync(path) || !statSync(path).isFile()) return copy
  for (const suffix of ['', '.wal']) {
    if (existsSync(path + suffix)) cpSync(path + suffix, copy + suffix)
  }
  return copy
}

/** Only files are copied: what a server holds is shared by both tools. */
function copiedAttachment(item: unknown, folder: string): unknown {
  if (typeof item !== 'object' || item === null || !('path' in item)) return item
  const { path } = item
  const isReadOnly = 'read_only' in item && item.read_only === true
  if (isReadOnly || typeof path !== 'string' || !existsSync(path)) return item
  return { ...item, path: copied(path, folder) }
}
