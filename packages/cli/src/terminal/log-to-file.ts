import { join } from 'node:path'
import { diagnostic } from '@btn/diagnostics'
import {
  createScrub,
  HostError,
  openFileLog,
  readMetadataEnv,
  type FileLog,
  type FileLogOptions,
  type Host,
  type Project,
} from '../project.ts'
import type { GlobalValues } from '../options/global.ts'
import { diagnosticEntry } from './diagnostic-entry.ts'
import type { Entry } from './entry.ts'
import type { Output } from './output.ts'
import { plain } from './paint.ts'

interface Logging {
  readonly project: Project
  readonly host: Host
  readonly invocationId: string
  /** Of the command line and the environment. */
  readonly options: GlobalValues
}

const style = { paint: plain, width: 80, isNarrow: false }

/**
 * From now on everything is told to `logs/dbt.log`, too (`logs/btn.log` in a project of btn's own form), what came `earlier` first. A
 * log that cannot be written is said once, and missed.
 */
export function logToFile(
  output: Output,
  logging: Logging,
  earlier: readonly Entry[],
): FileLog | undefined {
  const { project, host, invocationId } = logging
  const path = join(project.logPath, logName(project))
  const guard = createGuard(output, path)
  const log = guard(() =>
    openFileLog(host, {
      path,
      ...fileForm(logging),
      maxBytes: project.flags.log_file_max_bytes,
      invocationId,
      processId: process.pid,
      extra: readMetadataEnv(project.environment),
      scrub: createScrub(project.environment, project.cliVars),
    }),
  )
  if (!log) return undefined
  const write = (entry: Entry): void => {
    if (entry.show !== 'plain') guard(() => log.write(toLogged(entry)))
  }
  for (const entry of earlier) write(entry)
  output.addListener(write)
  return { write: (entry) => guard(() => log.write(entry)), flush: () => guard(() => log.flush()) }
}

/** Those who read the log of a dbt project know it by dbt's name. */
function logName({ rootPackage }: Project): string {
  return rootPackage.file.endsWith('dbt_project.yml') ? 'dbt.log' : 'btn.log'
}

/** As in dbt, what is said of the terminal holds for the file, too, unless the file's own options are given. */
function fileForm({ project, options }: Logging): Pick<FileLogOptions, 'format' | 'level'> {
  const { flags } = project
  const given = options.logFormat ?? (flags.log_format === 'default' ? undefined : flags.log_format)
  const isOwnFormat = options.logFormatFile !== undefined || flags.log_format_file !== 'debug'
  const format = isOwnFormat ? flags.log_format_file : (given ?? flags.log_format_file)
  const level = options.logLevel ?? (flags.log_level === 'info' ? undefined : flags.log_level)
  const isOwnLevel = options.logLevelFile !== undefined || flags.log_level_file !== 'debug'
  return {
    format: format === 'default' ? 'debug' : format,
    level: isOwnLevel || flags.debug ? flags.log_level_file : (level ?? flags.log_level_file),
  }
}

function toLogged(entry: Entry): Parameters<FileLog['write']>[0] {
  const { name, code, level, thread } = entry
  return {
    name,
    code,
    level,
    message: entry.message ?? entry.text(style),
    ...(thread && thread !== 'main' && { thread }),
    // Made only where the file is one of JSON.
    get data() {
      return entry.data ?? {}
    },
  }
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
