import { runCli } from './cli.ts'
import type { ExitCode } from './commands/command.ts'
import { createProcessTerminal } from './terminal/process-terminal.ts'
import { btnVersion } from './version.ts'

export { invoke } from './invoke.ts'

/** Runs btn as the process that it is: real streams, real exit code. */
export async function runProcess(words: readonly string[]): Promise<void> {
  const terminal = createProcessTerminal()
  try {
    process.exitCode = await runCli(words, {
      terminal,
      environment: process.env,
      workingDirectory: process.cwd(),
      words,
      startedAt: new Date(),
    })
  } catch (fault) {
    terminal.err.write(describeFault(fault, words))
    process.exitCode = 2 satisfies ExitCode
  }
}

function describeFault(fault: unknown, words: readonly string[]): string {
  const stack = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  const cause = fault instanceof Error && fault.cause ? `\ncaused by: ${String(fault.cause)}` : ''
  return [
    'btn has made a mistake of its own. Please report it with the lines below and, if you can, the file it happened on.',
    `  btn ${btnVersion}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `  btn ${words.join(' ')}`,
    stack + cause,
    '',
  ].join('\n')
}
