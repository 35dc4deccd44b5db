import { join } from 'node:path'
import { diagnostic } from '@btn/diagnostics'
import {
  createScrub,
  HostError,
  openFileLog,
  type FileLog,
  type Host,
  type Project,
} from '../project.ts'
import { diagnosticEntry } from './diagnostic-entry.ts'
import type { Output } from './output.ts'
import { plain } from './paint.ts'

interface Logging {
  readonly project: Project
  readonly host: Host
  readonly invocationId: string
}

const style = { paint: plain, width: 80, isNarrow: false }

/** From now on everything is told to `logs/btn.log`, too. A log that cannot be written is said once, and missed. */
export function logToFile(output: Output, logging: Logging): FileLog | undefined {
  const { project, host, invocationId } = logging
  const { flags } = project
  const path = join(project.logPath, 'btn.log')
  const guard = createGuard(output, path)
  const log = guard(() =>
    openFileLog(host, {
      path,
      format: flags.log_format_file === 'json' ? 'json' : 'text',
      level: flags.log_level_file,
      maxBytes: flags.log_file_max_bytes,
      invocationId,
      processId: process.pid,
      scrub: createScrub(project.environment),
    }),
  )
  if (!log) return undefined
  output.addListener((entry) => {
    const { name, code, level, data, thread } = entry
    const message = entry.text(style)
    guard(() =>
      log.write({ name, code, level, message, ...(data && { data }), ...(thread && { thread }) }),
    )
  })
  return { write: (entry) => guard(() => log.write(entry)), flush: () => guard(() => log.flush()) }
}

/** Runs what writes to the disk until it fails once. */
function createGuard(output: Output, path: string): <T>(action: () => T) => T | undefined {
  let isBroken = false
  return (action) => {
    if (isBroken) return undefined
    try {
      return action()
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      isBroken = true
      output.tell(diagnosticEntry(diagnostic('log-not-writable', { path, problem: error.message })))
      return undefined
    }
  }
}
