import type { BatchResults, NodeId, OverloadResults } from '@btn/core'
import type { GlobalValues } from '../options/global.ts'
import type { OptionTable, Values } from '../options/spec.ts'
import type { Session } from '../session.ts'

/** As dbt's. 0: fine. 1: a node or a test failed. 2: a mistake outside of nodes, wrong usage, an interrupt, or a fault of btn itself. */
export type ExitCode = 0 | 1 | 2

export interface Example {
  readonly line: string
  readonly what: string
}

export interface ArgumentSpec {
  readonly name: string
  readonly help: string
  /** Where it is one of these. */
  readonly words?: readonly string[]
}

/** One command: what the help says of it, and what it does. Loading this must stay cheap; `run` imports the rest. */
export interface CommandSpec<T extends OptionTable = OptionTable> {
  readonly name: string
  readonly aliases?: readonly string[]
  /** One line of the list of commands. */
  readonly summary: string
  /** First paragraph of its own help, where the summary does not say it all. */
  readonly description?: string
  readonly examples: readonly Example[]
  readonly argument?: ArgumentSpec
  /** What the argument is about: `events` in `quarantine show raw.events`. */
  readonly operand?: ArgumentSpec
  readonly options: T
  readonly run: (call: Call<Values<T>>) => Promise<ExitCode>
}

/** What a command is limited to when it is tried again. */
export interface Again {
  readonly only: ReadonlySet<NodeId>
  /** Of microbatch models of which some batches were built. */
  readonly batches: ReadonlyMap<NodeId, BatchResults>
  /** Of functions of which some overloads were not made. */
  readonly overloads: ReadonlyMap<NodeId, OverloadResults>
  /** When the command began that is tried again. */
  readonly startedAt: Date
}

/** A command as the user called it. */
export interface Call<V extends object = object> {
  readonly argument: string | undefined
  readonly operand?: string | undefined
  readonly options: V & GlobalValues
  readonly session: Session
  /** Set by `retry`. */
  readonly again?: Again
}

/** A command of any options; how it reads them is its own affair. */
export interface AnyCommand extends Omit<CommandSpec, 'run'> {
  readonly run: (call: Call) => Promise<ExitCode>
}

/** Checks a command against its own options, then forgets their types. */
export function command<const T extends OptionTable>(spec: CommandSpec<T>): AnyCommand {
  // The parser fills `options` from `spec.options`, so the call has exactly the type that this command expects.
  return spec as unknown as AnyCommand
}
