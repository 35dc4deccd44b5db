import type { Host } from '../host.ts'
import type { JsonObject } from '../types/index.ts'

type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Something to be logged; `name` and `code` are those of dbt's event where there is one. */
interface LogEntry {
  readonly level: LogLevel
  readonly message: string
  readonly name?: string
  readonly code?: string
  readonly data?: JsonObject
  readonly thread?: string
}

export interface FileLogOptions {
  /** Absolute path of the file: `…/logs/btn.log`. */
  readonly path: string
  /** `debug` has the level, the thread and parts of a second; `text` is what people see on the terminal. */
  readonly format: 'text' | 'debug' | 'json'
  /** Entries below it are dropped; with `none`, all are. */
  readonly level: LogLevel | 'none'
  /** The file is put aside (`btn.log.1` … `btn.log.5`) before it grows over this; 0 for never. */
  readonly maxBytes: number
  readonly invocationId: string
  readonly processId: number
  /** `DBT_ENV_CUSTOM_ENV_…` of the environment. */
  readonly extra?: JsonObject
  readonly scrub: (text: string) => string
}

export interface FileLog {
  write(entry: LogEntry): void
  /** Writes what is still in memory. */
  flush(): void
}

const levels: readonly (LogLevel | 'none')[] = ['debug', 'info', 'warn', 'error', 'none']
const KEPT_FILES = 5
const BUFFERED_CHARACTERS = 16_384

/**
 * The log on disk, in dbt's layout. Lines are gathered and written in pieces; a warning or an error writes everything
 * at once.
 */
export function openFileLog(host: Host, options: FileLogOptions): FileLog {
  const lowest = levels.indexOf(options.level)
  let size = options.level === 'none' ? 0 : (host.findStat(options.path)?.size ?? 0)
  let buffer = ''
  const flush = (): void => {
    if (buffer === '') return
    const text = options.scrub(buffer)
    const bytes = Buffer.byteLength(text)
    if (options.maxBytes > 0 && size > 0 && size + bytes > options.maxBytes) {
      rotate(host, options.path)
      size = 0
    }
    host.appendText(options.path, text)
    size += bytes
    buffer = ''
  }
  const add = (text: string): void => {
    buffer += text
    if (buffer.length > BUFFERED_CHARACTERS) flush()
  }
  if (options.format === 'debug' && options.level !== 'none') add(header(host.now(), options))
  return {
    write(entry) {
      if (levels.indexOf(entry.level) < lowest) return
      add(lines[options.format](entry, host.now(), options))
      if (entry.level === 'warn' || entry.level === 'error') flush()
    },
    flush,
  }
}

function header(now: Date, { invocationId }: FileLogOptions): string {
  const rule = '='.repeat(30)
  return `\n\n${rule} ${clock(now)} | ${invocationId} ${rule}\n`
}

const lines = { json: jsonLine, debug: debugLine, text: textLine }

function textLine(entry: LogEntry, now: Date): string {
  return `${clock(now).slice(0, 8)}  ${entry.message}\n`
}

function debugLine(entry: LogEntry, now: Date): string {
  const thread = entry.thread || 'MainThread'
  return `${clock(now)} [${entry.level.padEnd(5)}] [${thread}]: ${entry.message}\n`
}

function jsonLine(entry: LogEntry, now: Date, options: FileLogOptions): string {
  const info = {
    category: '',
    code: entry.code ?? '',
    extra: options.extra ?? {},
    invocation_id: options.invocationId,
    level: entry.level,
    msg: entry.message,
    name: entry.name ?? '',
    pid: options.processId,
    thread: entry.thread || 'MainThread',
    ts: now.toISOString().replace('Z', '000Z'),
  }
  return `${JSON.stringify({ data: entry.data ?? {}, info })}\n`
}

/** Time of day in UTC, with microseconds: 11:57:12.109000. */
function clock(now: Date): string {
  return `${now.toISOString().slice(11, 23)}000`
}

/** Puts the file aside as number one; older ones move up, and the oldest is gone. */
function rotate(host: Host, path: string): void {
  const decoder = new TextDecoder()
  for (let number = KEPT_FILES - 1; number >= 0; number--) {
    const older = number === 0 ? path : `${path}.${number}`
    const bytes = host.readBytes(older)
    if (bytes) host.writeText(`${path}.${number + 1}`, decoder.decode(bytes))
  }
  host.remove(path)
}
