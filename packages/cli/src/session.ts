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
  /** A program that runs btn inside itself. */
  readonly caller?: Caller
}

/** Who runs btn from within a program, and wants to know what happens. */
export interface Caller {
  /** Stops the work in place of Ctrl-C: the signals of the process belong to the program. */
  readonly signal: AbortSignal
  /** A line of dbt's JSON log. */
  tellEvent(line: string): void
  /** What the command prints as its answer. */
  tellData(text: string): void
  /** Where the command will leave its artifacts, and the mark that it puts into them. */
  tellProject(invocationId: string, targetPath: string): void
  /** The project was read without mistakes: its manifest is one to go by. */
  tellCompiled(): void
}
