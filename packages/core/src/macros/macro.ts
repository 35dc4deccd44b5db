import type { Block, CompiledMacro } from '@btn/jinja'
import type { MacroId } from '../types/index.ts'

/** A macro (or test, or materialization) as the project defines it; compiled when it is first called. */
export interface MacroDefinition {
  readonly id: MacroId
  /** As templates know it: tests are `test_x`, materializations `materialization_x_adapter`. */
  readonly name: string
  readonly packageName: string
  readonly block: Block
  readonly compiled: CompiledMacro
  /** Changes whenever the macro's text does. */
  readonly hash: string
}

/** dbt's name for what a block defines. */
export function macroName(kind: Block['kind'], name: string, adapter: string | undefined): string {
  if (kind === 'test' || kind === 'data_test') return `test_${name}`
  if (kind === 'materialization') return `materialization_${name}_${adapter ?? 'default'}`
  return name
}
