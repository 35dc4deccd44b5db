import { relative, resolve } from 'node:path'
import { diagnostic } from '@btn/diagnostics'
import type { Plan, RunResult } from '@btn/core'
import type { RunOutcome } from '@btn/core/run'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeOf } from './execute-plan.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { normalizeSelectors, type Compiled } from './project.ts'
import { planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { line } from './terminal/entry.ts'
import { freshnessEntries } from './terminal/summary-entries.ts'

interface FreshnessValues extends SelectionValues {
  readonly output?: string
}

const words: ReadonlySet<string | undefined> = new Set(['freshness', 'snapshot-freshness'])

/** `btn source freshness`: how old the newest row of each source is. */
export function checkFreshness(call: Call<FreshnessValues>): Promise<ExitCode> {
  return withProject(call, { which: 'freshness' }, async (opened) => {
    if (!words.has(call.argument)) {
      const argument = '"freshness"'
      opened.tell([diagnostic('missing-argument', { command: 'source', argument })])
      return 2
    }
    const path = outputPath(call, opened)
    const compiled = compile(opened)
    const planned =
      compiled && planOf('freshness', toSelection(call.options, opened), opened, compiled)
    if (!planned) return 2
    const plan = withoutHooks(planned, opened)
    return plan.steps.length === 0
      ? findNothing(opened, compiled, path)
      : find(opened, compiled, plan, path)
  })
}

function outputPath({ options, session }: Call<FreshnessValues>, opened: Opened): string {
  const { output } = options
  if (output === undefined) return `${opened.project.targetPath}/sources.json`
  opened.tell([diagnostic('freshness-output-deprecated', { path: output })])
  return resolve(session.workingDirectory, output)
}

function withoutHooks(plan: Plan, { project, tell }: Opened): Plan {
  const hasHooks = plan.onRunStart.length > 0 || plan.onRunEnd.length > 0
  if (project.flags.source_freshness_run_project_hooks || !hasHooks) return plan
  tell([diagnostic('freshness-hooks-not-run', {})])
  return { ...plan, onRunStart: [], onRunEnd: [] }
}

async function find(
  opened: Opened,
  compiled: Compiled,
  plan: Plan,
  path: string,
): Promise<ExitCode> {
  const executed = await executePlan(opened, compiled, plan, { hasResults: false })
  const { outcome } = executed
  const { hookProblem } = outcome
  if (hookProblem?.when !== 'start') write(opened, compiled, outcome, path)
  opened.output.tell(...freshnessEntries(outcome, compiled.linked.manifest.nodes))
  if (hookProblem) opened.tell(hookProblem.diagnostics)
  return exitCodeOf(executed)
}

function findNothing(opened: Opened, compiled: Compiled, path: string): ExitCode {
  opened.output.tell(line('NothingToDo', 'Q035', 'Nothing to do: no selected source has limits.'))
  const now = opened.host.now()
  write(
    opened,
    compiled,
    { results: [], startedAt: now, completedAt: now, isInterrupted: false },
    path,
  )
  opened.output.tell(line('FreshnessCheckComplete', 'Q003', 'Done.'))
  return 0
}

type FreshnessRun = RunResult & Partial<Pick<RunOutcome, 'made'>>

function write(opened: Opened, { linked }: Compiled, run: FreshnessRun, path: string): void {
  const { project, report, output } = opened
  if (!project.flags.write_json) return
  const { manifest } = linked
  report.writeManifest(manifest, normalizeSelectors(manifest.selectors), run.made)
  report.writeFreshness(run, manifest, path)
  const shown = relative(project.root, path)
  const data = { artifact_type: 'FreshnessResult', artifact_path: path }
  output.tell({ ...line('ArtifactWritten', 'P001', `Wrote ${shown}`, data), level: 'debug' })
}
