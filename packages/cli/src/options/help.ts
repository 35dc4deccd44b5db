import type { Painter } from '../terminal/paint.ts'
import type { AnyCommand } from '../commands/command.ts'
import { toCommander } from './to-commander.ts'

const MAX_WIDTH = 100

export interface HelpStyle {
  readonly paint: Painter
  readonly columns: number | undefined
}

/** The help of one command: usage, what it does, examples, options. */
export function commandHelp(spec: AnyCommand, { paint, columns }: HelpStyle): string {
  const made = toCommander(spec)
  if (spec.aliases?.[0]) made.alias(spec.aliases[0])
  made.configureHelp({
    helpWidth: Math.min(columns ?? MAX_WIDTH, MAX_WIDTH),
    optionTerm: (option) =>
      made.options.some((it) => it.hidden && it.long === `--no-${option.long?.slice(2)}`)
        ? option.flags.replace('--', '--[no-]')
        : option.flags,
    styleTitle: paint.strong,
  })
  const words = [spec.argument, spec.operand].flatMap((it) => (it ? [`[${it.name}]`] : []))
  made.usage([...words, '[options]'].join(' '))
  const help = made.helpInformation().trimEnd()
  const [usage = '', ...rest] = help.split('\n\n')
  const [about = '', ...groups] = rest
  return `${[usage, about, examples(spec, paint), ...groups].join('\n\n')}\n`
}

function examples(spec: AnyCommand, paint: Painter): string {
  const width = Math.max(...spec.examples.map((it) => it.line.length))
  const lines = spec.examples.map(
    (it) => `  ${it.line.padEnd(width)}  ${paint.dim(`# ${it.what}`)}`,
  )
  return [paint.strong('Examples:'), ...lines].join('\n')
}

/** The help of btn as a whole. */
export function rootHelp(commands: readonly AnyCommand[], { paint }: HelpStyle): string {
  const width = Math.max(...commands.map((it) => nameOf(it).length))
  const lines = commands.map((it) => `  ${nameOf(it).padEnd(width)}  ${it.summary}`)
  return `${[
    paint.strong('Usage:') + ' btn <command> [options]',
    '',
    'From templated SQL files to tested tables. Reads dbt projects as they are.',
    '',
    paint.strong('Commands:'),
    ...lines,
    '',
    paint.strong('Examples:'),
    `  btn init shop && cd shop && btn build   ${paint.dim('# a small project, built and tested')}`,
    `  btn build --select +fact_transactions   ${paint.dim('# one model and all that it needs')}`,
    `  btn show --select daily_revenue         ${paint.dim('# look at its rows')}`,
    '',
    `btn <command> --help tells more. Exit codes: 0 fine, 1 a node or a test failed, 2 a mistake in the project, wrong usage or interrupted.`,
  ].join('\n')}\n`
}

function nameOf(command: AnyCommand): string {
  return [command.name, ...(command.aliases ?? [])].join(', ')
}
