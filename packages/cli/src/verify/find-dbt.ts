import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Session } from '../session.ts'
import { launch, type Tool } from './tool.ts'

/** Asks a dbt for its version, which shows whether it can be started at all. */
export async function findDbt(command: string, session: Session): Promise<Tool> {
  const { workingDirectory: cwd, environment: env } = session
  const ended = await launch(command, ['--version'], { cwd, env }).catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error)
    throw new DiagnosticError(diagnostic('dbt-not-found', { command, problem }))
  })
  const problem = ended.output.trim().split('\n')[0] ?? ''
  if (ended.exitCode !== 0)
    throw new DiagnosticError(diagnostic('dbt-not-found', { command, problem }))
  return { name: nameOf(ended.output), command: [command] }
}

/** dbt-core lists itself and its plugins; the Rust engine says one line. */
function nameOf(output: string): string {
  const core = /installed:\s*(\S+)/.exec(output)?.[1]
  if (core !== undefined) return `dbt-core ${core}`
  return `dbt ${/\d+\.\d+\S*/.exec(output)?.[0] ?? ''}`.trim()
}
