import type { InvokeOptions, InvokeResult, invoke as Invoke } from '../api/index.d.ts'
import { runCli } from './cli.ts'
import type { ExitCode } from './commands/command.ts'
import { Invocation } from './invocation.ts'

let last: Promise<unknown> = Promise.resolve()

/** Runs btn inside another program: see api/index.d.ts. One at a time. */
export const invoke: typeof Invoke = (words, options = {}) => {
  const next = last.then(() => invokeNow(words, options))
  last = next.catch(() => undefined)
  return next
}

async function invokeNow(words: readonly string[], options: InvokeOptions): Promise<InvokeResult> {
  const invocation = new Invocation(options)
  const session = invocation.toSession(words)
  const folder = process.cwd()
  let exitCode: ExitCode = 2
  let fault: unknown
  try {
    exitCode = await runCli(words, session)
  } catch (thrown) {
    fault = thrown
  } finally {
    // A run goes to the folder of its project, where relative paths in SQL begin.
    process.chdir(folder)
  }
  return invocation.finish(exitCode, fault)
}
