import { Command, Option } from 'commander'
import type { AnyCommand } from '../commands/command.ts'
import { globalOptions } from './global.ts'
import { toFlagName, type OptionSpec, type OptionTable } from './spec.ts'

const OWN = 'Options:'
const GLOBAL = 'Options of every command:'

/** A command of ours as one of commander's, which parses the words and lays out the help. */
export function toCommander(spec: AnyCommand): Command {
  const made = new Command(`btn ${spec.name}`)
    .description(spec.description ?? spec.summary)
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
  if (spec.argument) made.argument(`[${spec.argument.name}]`, spec.argument.help)
  if (spec.operand) made.argument(`[${spec.operand.name}]`, spec.operand.help)
  addOptions(made, spec.options, OWN)
  made.addHelpOption(new Option('-h, --help', 'show this help').helpGroup(GLOBAL))
  addOptions(made, globalOptions, GLOBAL)
  return made
}

function addOptions(made: Command, table: OptionTable, heading: string): void {
  for (const [key, spec] of Object.entries(table)) {
    for (const option of toOptions(key, spec)) made.addOption(option.helpGroup(heading))
  }
}

/** The option, its `--no-` form and its other names. The names are hidden: one line of help speaks for all. */
function toOptions(key: string, spec: OptionSpec): Option[] {
  const name = toFlagName(key)
  const dash = spec.short ? `-${spec.short}, ` : ''
  const value = spec.value ? ` ${spec.value}` : ''
  const help = spec.choices ? `${spec.help}: ${spec.choices.join(', ')}` : spec.help
  const options = [new Option(`${dash}--${name}${value}`, help)]
  if (spec.kind === 'boolean' && spec.hasOpposite !== false)
    options.push(new Option(`--no-${name}`).hideHelp())
  for (const alias of spec.aliases ?? []) options.push(new Option(`${alias}${value}`).hideHelp())
  if (spec.support !== undefined) for (const option of options) option.hideHelp()
  return options
}
