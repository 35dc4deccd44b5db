import type { JsonObject } from '@btn/core'
import type { Entry, Level, Style } from './entry.ts'
import { plain } from './paint.ts'

export interface Envelope {
  readonly invocationId: string
  readonly now: Date
  /** `DBT_ENV_CUSTOM_ENV_…` of the environment. */
  readonly extra?: JsonObject
}

/** `11:58:24  1 of 11 OK created …`: local time, as dbt prints it. */
export function textLine(entry: Entry, style: Style, now: Date): string {
  const text = entry.text(style)
  if (entry.isContinued || style.isNarrow) return `${text}\n`
  return `${`${style.paint.dim(clock(now))}  ${text}`.trimEnd()}\n`
}

/** `11:58:24.123456 [info ] [MainThread]: …`: the form of log files. */
export function debugLine(entry: Entry, style: Style, now: Date): string {
  const thread = threadOf(entry)
  const level = entry.level.padEnd(5)
  const ms = String(now.getMilliseconds()).padStart(3, '0')
  return `${clock(now)}.${ms}000 [${level}] [${thread}]: ${entry.text(style)}\n`
}

/** Hooks run on what results call `main`, and logs the main thread. */
function threadOf({ thread }: Entry): string {
  return thread === undefined || thread === '' || thread === 'main' ? 'MainThread' : thread
}

function clock(now: Date): string {
  return [now.getHours(), now.getMinutes(), now.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

/** One line of JSON in dbt's envelope. */
export function jsonLine(entry: Entry, { invocationId, now, extra = {} }: Envelope): string {
  const msg = entry.message ?? entry.text({ paint: plain, width: 80, isNarrow: false })
  const info = {
    category: '',
    code: entry.code,
    extra,
    invocation_id: invocationId,
    level: entry.level,
    msg,
    name: entry.name,
    pid: process.pid,
    thread: threadOf(entry),
    ts: now.toISOString().replace('Z', '000Z'),
  }
  return `${JSON.stringify({ info, data: entry.data ?? { msg } })}\n`
}

const ranks: Record<Level | 'none', number> = { debug: 0, info: 1, warn: 2, error: 3, none: 4 }

export function isAtLeast(level: Level, minimum: Level | 'none'): boolean {
  return ranks[level] >= ranks[minimum]
}
