import { CommanderError, type Command } from 'commander'
import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { AnyCommand } from '../commands/command.ts'
import { globalOptions, type GlobalValues } from './global.ts'
import { readVariable } from './read-variable.ts'
import { toFlagName, type OptionSpec, type OptionTable, type OptionValue } from './spec.ts'
import { toCommander } from './to-commander.ts'

export interface Parsed {
  readonly argument: string | undefined
  readonly operand?: string | undefined
  readonly options: GlobalValues
  readonly wantsHelp: boolean
  readonly diagnostics: readonly Diagnostic[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the words of one command (its name taken out); the environment fills in what they leave open. */
export function parseWords(
  spec: AnyCommand,
  words: readonly string[],
  environment: Environment,
): Parsed {
  const made = toCommander(spec)
  const mistake = tryParse(made, words)
  if (mistake?.code === 'commander.helpDisplayed') {
    return { argument: undefined, options: {}, wantsHelp: true, diagnostics: [] }
  }
  if (mistake) {
    const diagnostics = [explain(mistake, spec, made)]
    return { argument: undefined, options: {}, wantsHelp: false, diagnostics }
  }
  return { ...readValues(spec, made, environment), wantsHelp: false }
}

function tryParse(made: Command, words: readonly string[]): CommanderError | undefined {
  try {
    made.parse(words, { from: 'user' })
    return undefined
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown
    throw thrown
  }
}

/** Commander's complaint in the words of the catalogue. Its messages quote the option: `unknown option '--ful'`. */
function explain(mistake: CommanderError, spec: AnyCommand, made: Command): Diagnostic {
  const quoted = /'([^']*)'/.exec(mistake.message)?.[1] ?? mistake.message
  const option = quoted.split(' ')[0] ?? quoted
  if (mistake.code === 'commander.optionMissingArgument') {
    const long = made.options.find((it) => it.flags === quoted)?.long ?? option
    return diagnostic('missing-option-value', { option: long })
  }
  const known = made.options.filter((it) => !it.hidden).map((it) => it.long ?? '')
  const nearest = findNearest(option.split('=')[0] ?? option, known)
  return diagnostic('unknown-option', { option, command: spec.name, nearest })
}

function readValues(
  spec: AnyCommand,
  made: Command,
  environment: Environment,
): Omit<Parsed, 'wantsHelp'> {
  const diagnostics: Diagnostic[] = []
  const options: Record<string, OptionValue> = {}
  const table: OptionTable = { ...globalOptions, ...spec.options }
  for (const [key, option] of Object.entries(table)) {
    const given = findGiven(key, option, made, environment)
    if (given === undefined) continue
    if (option.support === 'later') {
      if (given.value !== false)
        diagnostics.push(diagnostic('option-not-supported', { option: given.name }))
      continue
    }
    const value = check(option, given, diagnostics)
    if (value !== undefined) options[key] = value
  }
  const taken = [spec.argument, spec.operand].filter(Boolean).length
  const [argument, operand] = made.args.slice(0, taken)
  const excess = made.args[taken]
  if (excess !== undefined) {
    diagnostics.push(diagnostic('unexpected-argument', { argument: excess, command: spec.name }))
  }
  // Each value was checked against the kind that its table gives it.
  return { argument, operand, options: options as GlobalValues, diagnostics }
}

interface Given {
  /** `--threads`, or the variable that it came from. */
  readonly name: string
  readonly value: OptionValue
}

function findGiven(
  key: string,
  option: OptionSpec,
  made: Command,
  environment: Environment,
): Given | undefined {
  const names = [key, ...(option.aliases ?? []).map((alias) => attributeOf(made, alias))]
  const values = names.map((name): unknown => made.getOptionValue(name)).filter(isValue)
  const [first] = values
  if (first !== undefined) {
    const value = option.kind === 'list' ? toList(values, option) : first
    return { name: `--${toFlagName(key)}`, value }
  }
  if (option.hasVariable === false) return undefined
  return readVariable(key, option, environment)
}

function toList(values: readonly OptionValue[], { isOfWords }: OptionSpec): readonly string[] {
  const texts = values.flat().map(String)
  return isOfWords ? texts.flatMap((text) => text.trim().split(/\s+/)) : texts
}

function attributeOf(made: Command, flags: string): string {
  const long = /--([\w-]+)/.exec(flags)?.[1]
  return made.options.find((it) => it.long === `--${long}`)?.attributeName() ?? ''
}

function isValue(value: unknown): value is OptionValue {
  return value !== undefined
}

function check(
  option: OptionSpec,
  given: Given,
  diagnostics: Diagnostic[],
): OptionValue | undefined {
  const value = String(given.value)
  const refuse = (expected: string): undefined => {
    diagnostics.push(diagnostic('invalid-option-value', { option: given.name, value, expected }))
  }
  if (option.kind === 'number') {
    if (!/^-?\d+$/.test(value)) return refuse('a whole number')
    const { least = -Infinity } = option
    return Number(value) < least ? refuse(`a whole number from ${least} on`) : Number(value)
  }
  if (option.kind === 'choice') {
    const choices = option.choices ?? []
    const chosen = choices.find((choice) => choice === value.toLowerCase())
    return chosen ?? refuse(`one of ${choices.join(', ')}`)
  }
  if (option.kind === 'boolean' && typeof given.value !== 'boolean') return refuse('true or false')
  return given.value
}
