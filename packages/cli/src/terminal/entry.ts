import type { JsonObject } from '@btn/core'
import type { Painter } from './paint.ts'

export type Level = 'debug' | 'info' | 'warn' | 'error'

/** How the text of an entry is laid out. */
export interface Style {
  readonly paint: Painter
  /** Columns up to which a line is filled with dots. */
  readonly width: number
  /** True on a small terminal: the shortest form is wanted, and a longer line would wrap. */
  readonly isNarrow: boolean
}

/**
 * One thing to tell: a line for people, and the same as dbt's structured event. Names and codes are dbt's where dbt has
 * the event, so that programs which read its JSON log can read btn's.
 */
export interface Entry {
  readonly name: string
  readonly code: string
  readonly level: Level
  readonly text: (style: Style) => string
  /** What programs are told, where it is more than the line for people. */
  readonly message?: string
  readonly data?: JsonObject
  readonly thread?: string
  /** Part of a longer text: it gets no time of its own. */
  readonly isContinued?: true
  /**
   * `always`: also when quiet. `detail`: only when debugging; JSON and the log file have it. `structured`: in JSON and in the
   * log file only, because the text form says it elsewhere. `plain`: a matter of layout, which programs are not told.
   * `trouble`: belongs to an error, and people see it with that, whatever its own level.
   */
  readonly show?: 'always' | 'detail' | 'plain' | 'structured' | 'trouble'
}

/** A plain line. */
export function line(name: string, code: string, text: string, data?: JsonObject): Entry {
  return { name, code, level: 'info', text: () => text, data: data ?? { msg: text } }
}

export const emptyLine: Entry = line('Formatting', 'Z017', '')

/** `1 file`, `2 files`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`
}
