import type { Terminal } from './terminal/terminal.ts'

/** What a command sees of the process that runs it. */
export interface Session {
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  readonly workingDirectory: string
  /** The words after `btn`. */
  readonly words: readonly string[]
  readonly startedAt: Date
}
