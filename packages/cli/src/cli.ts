import { resolve } from 'node:path'
import { diagnostic, findNearest, renderText, type Diagnostic } from '@btn/diagnostics'
import type { AnyCommand, ExitCode } from './commands/command.ts'
import { commands, commandsOfDbt } from './commands/index.ts'
import { splitWords } from './options/split-words.ts'
import { commandHelp, rootHelp, type HelpStyle } from './options/help.ts'
import { parseWords } from './options/parse.ts'
import type { Session } from './session.ts'
import { createPainter, hasColors } from './terminal/paint.ts'
import type { Stream } from './terminal/terminal.ts'
import { btnVersion, dbtVersion } from './version.ts'

/** Finds the command that the words name, checks its options and runs it. */
export async function runCli(words: readonly string[], session: Session): Promise<ExitCode> {
  const { name, rest } = splitWords(words)
  if (name === undefined) return answerWithoutCommand(rest, session)
  if (name === 'help') return showHelp(rest[0], session)
  const spec = findCommand(name)
  if (!spec) return refuse([unknownCommand(name)], session)
  const parsed = parseWords(spec, rest, session.environment)
  if (parsed.wantsHelp) return showHelp(name, session)
  if (parsed.diagnostics.length > 0) return refuse(parsed.diagnostics, session, spec.name)
  const run = (): Promise<ExitCode> =>
    spec.run({
      argument: parsed.argument,
      operand: parsed.operand,
      options: parsed.options,
      session,
    })
  const { recordTimingInfo: profile } = parsed.options
  if (profile === undefined) return run()
  const path = resolve(session.workingDirectory, profile)
  return (await import('./record-profile.ts')).recordProfile(path, run)
}

export function findCommand(name: string): AnyCommand | undefined {
  return commands.find((it) => it.name === name || it.aliases?.includes(name))
}

function answerWithoutCommand(rest: readonly string[], session: Session): ExitCode {
  if (rest.some((word) => /^(--version|-v|-V)$/.test(word))) {
    session.terminal.out.write(`btn ${btnVersion} (compatible with dbt ${dbtVersion})\n`)
    return 0
  }
  const stranger = rest.find((word) => !/^(--help|-h)$/.test(word))
  if (stranger === undefined) {
    showHelp(undefined, session)
    // As in dbt: help that nobody asked for says that a command is missing.
    return rest.length === 0 ? 2 : 0
  }
  const option = stranger.split('=')[0] ?? stranger
  return refuse([diagnostic('unknown-option', { option, command: '<command>' })], session)
}

function showHelp(name: string | undefined, session: Session): ExitCode {
  const { out } = session.terminal
  const spec = name === undefined ? undefined : findCommand(name)
  if (name !== undefined && !spec) return refuse([unknownCommand(name)], session)
  const style = styleOf(out, session)
  out.write(spec ? commandHelp(spec, style) : rootHelp(commands, style))
  return 0
}

function styleOf(stream: Stream, session: Session): HelpStyle {
  const isColorful = hasColors({
    wanted: undefined,
    isTty: stream.isTty,
    environment: session.environment,
  })
  return { paint: createPainter(isColorful), columns: stream.columns }
}

function unknownCommand(name: string): Diagnostic {
  const reason = commandsOfDbt.get(name)
  if (reason !== undefined) return diagnostic('command-not-supported', { command: name, reason })
  const names = commands.flatMap((it) => [it.name, ...(it.aliases ?? [])])
  return diagnostic('unknown-command', { command: name, nearest: findNearest(name, names) })
}

/** The line that dbt's own parser of command lines begins with, then the mistakes. */
function refuse(diagnostics: readonly Diagnostic[], session: Session, name?: string): ExitCode {
  const { err } = session.terminal
  const { paint } = styleOf(err, session)
  const usage = `Usage: btn ${name ?? '<command>'} [options]`
  err.write([usage, ...diagnostics.map((item) => renderText(item, paint)), ''].join('\n'))
  return 2
}
