import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Plan, RunEvent } from '@btn/core'
import {
  daysOf,
  findMissingInput,
  findStagingMistakes,
  hasDays,
  run,
  stage,
  type RunOutcome,
  type Staging,
} from '@btn/core/run'
import type { Compiled } from './project.ts'

type RunInput = Parameters<typeof run>[0]

/** One run of a plan: for a date, where there are dates. */
export interface Turn {
  readonly date: string | undefined
  readonly staging: Staging | undefined
}

/** Commands that build models. */
const staging: ReadonlySet<Plan['command']> = new Set(['build', 'run', 'report'])

/** What stands against publishing what is planned; the same for every date. */
export function findMistakes(
  { linked, project }: Compiled,
  plan: Plan,
  date: string | undefined,
): readonly Diagnostic[] {
  if (!staging.has(plan.command)) return []
  const { manifest } = linked
  return findStagingMistakes({ manifest, plan, date }, (file) => project.sources.read(file).value)
}

export function toTurn({ linked }: Compiled, plan: Plan, date: string | undefined): Turn {
  const { manifest, lookup } = linked
  const isStaged = staging.has(plan.command)
  return { date, staging: isStaged ? stage({ manifest, lookup, plan, date }) : undefined }
}

/** The dates of a run: those that are given, or the days of `--event-time-start` and `--event-time-end`, where something has days. */
export function findDates(
  { linked, project }: Compiled,
  { steps }: Plan,
  given: readonly string[],
): readonly string[] {
  const { eventTime } = project.windows
  if (given.length > 0 || !eventTime) return given
  const nodes = steps.flatMap((step) => linked.manifest.nodes.get(step.node) ?? [])
  return nodes.some(hasDays) ? daysOf(eventTime) : given
}

/** Before anything runs: every date must have the files that its loads read. */
export async function findMissing(
  { linked }: Compiled,
  { plan, database, projectRoot }: Pick<RunInput, 'plan' | 'database' | 'projectRoot'>,
  dates: readonly string[],
): Promise<readonly Diagnostic[]> {
  const missing: Diagnostic[] = []
  for (const date of dates) {
    for (const step of plan.steps) {
      const node = step.kind === 'load-source' ? linked.manifest.nodes.get(step.node) : undefined
      if (node?.kind !== 'source' || !node.load) continue
      const pattern = await findMissingInput(database, node.load, { projectRoot, date })
      if (pattern === undefined) continue
      const params = { name: `${node.sourceName}.${node.name}`, date, pattern }
      missing.push(diagnostic('partition-input-missing', params))
    }
  }
  return missing
}

/** A run for each date, one after the other; the first that fails is the last. */
export async function* runDates(
  dates: readonly string[],
  toInput: (date: string | undefined) => RunInput,
): AsyncGenerator<RunEvent, RunOutcome> {
  let whole: RunOutcome | undefined
  for (const date of dates.length > 0 ? dates : [undefined]) {
    if (dates.length > 1) yield { type: 'logged', level: 'info', message: `Partition ${date}` }
    const outcome = ofDay(yield* run(toInput(date)), dates.length > 1 ? date : undefined)
    whole = whole ? join(whole, outcome) : outcome
    if (outcome.isInterrupted || outcome.results.some(({ status }) => FAILED.has(status))) break
  }
  if (!whole) throw new Error('there was nothing to run')
  return whole
}

/** Results of several days stand in one list. */
function ofDay(outcome: RunOutcome, date: string | undefined): RunOutcome {
  if (date === undefined) return outcome
  return { ...outcome, results: outcome.results.map((result) => ({ ...result, date })) }
}

const FAILED: ReadonlySet<string> = new Set(['error', 'fail', 'partial success'])

function join(earlier: RunOutcome, later: RunOutcome): RunOutcome {
  return {
    ...later,
    results: [...earlier.results, ...later.results],
    startedAt: earlier.startedAt,
    made: new Map([...earlier.made, ...later.made]),
    shown: new Map([...earlier.shown, ...later.shown]),
  }
}
