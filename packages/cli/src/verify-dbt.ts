import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { withProject, type Opened } from './open-project.ts'
import { isObject } from './project.ts'
import { emptyLine, line } from './terminal/entry.ts'
import { printData } from './terminal/print-data.ts'
import { compare } from './verify/compare.ts'
import { findDbt } from './verify/find-dbt.ts'
import { record } from './verify/record.ts'
import type { Recording } from './verify/recording.ts'
import { reportJson, reportLines } from './verify/report.ts'
import { createScratch } from './verify/scratch.ts'
import type { Tool } from './verify/tool.ts'
import { btnVersion } from './version.ts'

interface VerifyValues {
  readonly dbt?: string
  readonly step?: readonly string[]
  readonly record?: string
  readonly against?: string
  readonly keep?: boolean
  readonly output?: 'text' | 'json'
}

/** `btn verify-dbt`: the same commands with dbt and with btn, and what they made of them side by side. */
export function verifyWithDbt(call: Call<VerifyValues>): Promise<ExitCode> {
  const { options } = call
  return withProject(call, { which: 'verify-dbt', printsData: true }, async (opened) => {
    const other = options.record === undefined ? options.dbt : '--record'
    if (options.against !== undefined && other !== undefined) {
      opened.tell([diagnostic('options-conflict', { first: '--against', second: other })])
      return 2
    }
    const wanted = await (options.against === undefined
      ? recordDbt(opened, options)
      : readRecording(resolve(call.session.workingDirectory, options.against)))
    const found = await recordWith(opened, options, {
      tool: { name: `btn ${btnVersion}`, command: ownCommand() },
      lines: wanted.steps.map((step) => step.line),
    })
    const comparison = compare(wanted, found)
    const isJson = options.output === 'json'
    const text = isJson
      ? reportJson(comparison, [wanted, found])
      : reportLines(comparison, [wanted, found]).join('\n')
    printData(opened, text)
    return comparison.differences.length === 0 ? 0 : 1
  })
}

async function recordDbt(opened: Opened, options: VerifyValues): Promise<Recording> {
  const { file } = opened.project.rootPackage
  if (!file.endsWith('dbt_project.yml')) {
    throw new DiagnosticError(diagnostic('dbt-project-needed', { file }))
  }
  const tool = await findDbt(options.dbt ?? 'dbt', opened.call.session)
  const lines = options.step ?? ['build']
  const recording = await recordWith(opened, options, { tool, lines })
  if (options.record !== undefined) writeRecording(opened, options.record, recording)
  return recording
}

async function recordWith(
  opened: Opened,
  { keep = false }: VerifyValues,
  { tool, lines }: { readonly tool: Tool; readonly lines: readonly string[] },
): Promise<Recording> {
  const { project, adapter, output, call } = opened
  if (!adapter) throw new Error('verify-dbt was started without a target')
  const scratch = createScratch(project, tool.name.split(' ')[0] ?? '')
  const { environment } = call.session
  const options = passedOptions(call)
  try {
    return await record(
      { tool, scratch, projectRoot: project.root, options, environment },
      adapter,
      {
        lines,
        onStep: ({ line: words, exitCode, seconds = 0 }) =>
          output.tell(
            line(
              'Note',
              'Z050',
              `${tool.name}: ${words}: exit ${exitCode}, ${seconds.toFixed(2)} s`,
            ),
          ),
      },
    )
  } finally {
    if (keep)
      output.tell(line('Note', 'Z050', `${tool.name} worked in ${scratch.folder}`), emptyLine)
    else scratch.remove()
  }
}

/** What was said of the project itself is said to both tools. */
function passedOptions({ options }: Call): readonly string[] {
  const { profile, target, vars, threads } = options
  return Object.entries({ profile, target, vars, threads }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  )
}

/** This very btn, as a process of its own: what is timed is what a user waits for. */
function ownCommand(): readonly string[] {
  return [process.execPath, ...process.execArgv, process.argv[1] ?? '']
}

function writeRecording({ call }: Opened, path: string, recording: Recording): void {
  const steps = recording.steps.map(({ seconds: _, ...step }) => step)
  const text = `${JSON.stringify({ ...recording, steps }, null, 1)}\n`
  writeFileSync(resolve(call.session.workingDirectory, path), text)
}

function readRecording(path: string): Recording {
  const problem = (text: string) =>
    new DiagnosticError(diagnostic('recording-unreadable', { path, problem: text }))
  try {
    const recording: Recording = JSON.parse(readFileSync(path, 'utf8'))
    if (!isObject(recording.nodes) || !Array.isArray(recording.steps))
      throw problem('it has no steps')
    return recording
  } catch (error) {
    if (error instanceof DiagnosticError) throw error
    throw problem(error instanceof Error ? error.message : String(error))
  }
}
