import type { InputFile, Inspection, LoadOutcome } from '@btn/adapter'
import type { Diagnostic } from '@btn/diagnostics'
import type { LoadedSource } from '../../types/index.ts'
import type { StepContext } from '../step-context.ts'

/** The files of a load, and those of them that are to be read into the table. */
export interface Chosen {
  readonly inspection: Inspection
  readonly files: readonly InputFile[]
}

/** The date that the load is for, where it has one. */
export function partitionOf({ node, state }: StepContext<LoadedSource>): string | undefined {
  return node.load.strategy.kind === 'partition' ? state.input.date : undefined
}

export function sum(
  { files }: LoadOutcome,
  key: 'rowsLoaded' | 'rowsRejected' | 'rowsRead',
): number {
  return files.reduce((total, file) => total + file[key], 0)
}

export function warn({ node, session }: StepContext<LoadedSource>, item: Diagnostic): void {
  const { message } = item
  session.log({ type: 'logged', level: 'warn', message, node: node.id, diagnostic: item })
}
