import { isError, type Diagnostic } from '@btn/diagnostics'
import type { RunEnd } from '../context/runtime.ts'
import type { RunEvent, RunHook, StepResult } from '../types/index.ts'
import { expectNode } from './expect-node.ts'
import { skippedResult } from './result.ts'
import { runStep } from './run-step.ts'
import type { StepRunner, Worker } from './step-runner.ts'

/** The template of a hook cannot be rendered. As in dbt, that is no failure of the hook: the run ends there. */
export class HookProblem extends Error {
  readonly when: 'start' | 'end'
  readonly diagnostics: readonly Diagnostic[]

  constructor(when: HookProblem['when'], { diagnostics, message }: StepResult) {
    super(message)
    this.name = 'HookProblem'
    this.when = when
    this.diagnostics = diagnostics
  }
}

export function asHookProblem(error: unknown): HookProblem {
  if (error instanceof HookProblem) return error
  throw error
}

interface ProjectHooks {
  readonly runner: StepRunner
  readonly worker: Worker
  readonly hooks: readonly RunHook[]
  /** What those at the end are told of the run. */
  readonly runEnd?: RunEnd
  readonly emit: (event: RunEvent) => void
  readonly add: (result: StepResult) => void
}

/** `on-run-start` or `on-run-end`. True when all of them passed; those after one that failed are skipped. */
export async function runProjectHooks(given: ProjectHooks): Promise<boolean> {
  const { hooks, emit, add } = given
  let hasFailed = false
  for (const [position, step] of hooks.entries()) {
    const at = { step, index: position + 1, total: hooks.length }
    const ended = hasFailed
      ? skippedResult(expectNode(given.runner.state.input.manifest, step.node), {})
      : await runHook(given, step, () =>
          emit({ type: 'step-started', ...at, threadId: given.worker.threadId }),
        )
    const result = toHookResult(ended, step)
    hasFailed ||= result.status !== 'success'
    add(result)
    emit({ type: 'step-finished', ...at, result })
  }
  return !hasFailed
}

/** As in dbt, it begins when its statement is known. */
async function runHook(
  { runner, worker, runEnd }: ProjectHooks,
  step: RunHook,
  onExecution: () => void,
): Promise<StepResult> {
  let isSent = false
  const begin = (): void => {
    isSent = true
    onExecution()
  }
  const result = await runStep(runner, worker, step, { runEnd, onExecution: begin })
  if (result.status === 'error' && !isSent) throw new HookProblem(runEnd ? 'end' : 'start', result)
  return result
}

function toHookResult(result: StepResult, { name }: RunHook): StepResult {
  const base = { ...result, adapterResponse: {}, relationName: undefined, threadId: 'main' }
  if (result.status === 'success') return base
  const problem = result.diagnostics.find(isError)?.message ?? result.message
  const end = result.status === 'skipped' ? 'skipped' : `failed, error:\n ${problem}`
  return { ...base, failures: 1, message: `${name} ${end}` }
}
