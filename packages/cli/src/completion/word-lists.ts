import type { AnyCommand } from '../commands/command.ts'
import { globalOptions } from '../options/global.ts'
import { toFlagName, type OptionSpec, type OptionTable } from '../options/spec.ts'

export interface OptionWords {
  readonly flags: readonly string[]
  readonly help: string
  /** What may follow: nothing, a node, a folder, one of some words, or anything. */
  readonly value: 'none' | 'node' | 'folder' | 'any' | readonly string[]
}

/** A command as a completion script needs it. */
export interface CommandWords {
  readonly names: readonly string[]
  readonly help: string
  readonly options: readonly OptionWords[]
  readonly arguments: readonly string[]
}

export function toWordLists(commands: readonly AnyCommand[]): readonly CommandWords[] {
  return commands.map((spec) => ({
    names: [spec.name, ...(spec.aliases ?? [])],
    help: spec.summary,
    options: [...toOptionWords(spec.options), ...toOptionWords(globalOptions)],
    arguments: spec.argument?.words ?? [],
  }))
}

function toOptionWords(table: OptionTable): readonly OptionWords[] {
  return Object.entries(table)
    .filter(([, spec]) => spec.support === undefined)
    .map(([key, spec]) => ({
      flags: [...(spec.short ? [`-${spec.short}`] : []), `--${toFlagName(key)}`],
      help: spec.help,
      value: valueOf(key, spec),
    }))
}

function valueOf(key: string, spec: OptionSpec): OptionWords['value'] {
  if (spec.kind === 'boolean') return 'none'
  if (spec.choices) return spec.choices
  if (key === 'select' || key === 'exclude') return 'node'
  return spec.value === '<folder>' ? 'folder' : 'any'
}
