import { createHash } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import type { Database } from '@btn/adapter'
import type { Manifest } from '@btn/core'
import type { Opened } from './open-project.ts'
import { AuditLog, needsAudit } from '@btn/core/run'
import { withoutData } from './audit/without-data.ts'
import { btnVersion } from './version.ts'

/** Commands that do something worth writing down. */
const audited: ReadonlySet<string> = new Set([
  'build',
  'run',
  'test',
  'seed',
  'snapshot',
  'load',
  'report',
  'monitor',
  'quarantine',
  'pii',
])

/** The audit log of the run; undefined where the project needs none. */
export function openAudit(
  { project, adapter, host, invocationId, call }: Opened,
  { command, asOf }: { readonly command: string; readonly asOf?: Date | undefined },
  manifest: Manifest,
  database: Database,
): AuditLog | undefined {
  if (!adapter || !project.target || !audited.has(command)) return undefined
  if (!hasAudit(project, manifest)) return undefined
  const { startedAt, words } = call.session
  return new AuditLog({
    run: {
      runId: invocationId,
      command,
      args: {
        words: withoutData(words),
        vars: Object.keys(project.cliVars),
        target: project.target.name,
      },
      projectHash: hashOf(manifest),
      btnVersion,
      userName: userName(),
      host: hostname(),
      pid: process.pid,
      startedAt,
      asOf,
    },
    open: () => Promise.resolve(database),
    dialect: adapter.dialect,
    database: project.target.credentials.database ?? '',
    now: () => host.now(),
  })
}

/** Whether what the project does is written down. */
export function hasAudit({ flags }: Opened['project'], manifest: Manifest): boolean {
  return flags.audit || needsAudit(manifest)
}

function hashOf({ nodes }: Manifest): string {
  const hash = createHash('sha256')
  for (const [id, node] of nodes) hash.update(`${id} ${'checksum' in node ? node.checksum : ''}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** A user without an entry in the system's list has no name. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
