import type { Step, StepKind, StepResult, Timing } from '../types/index.ts'
import { beginAttempt, tryAttempt, type AttemptOptions } from './attempt.ts'
import { createCrew } from './crew.ts'
import { expectNode } from './expect-node.ts'
import { skippedResult, toResult } from './result.ts'
import type { StepContext, StepEnding, StepHandler } from './step-context.ts'
import type { StepRunner, Worker } from './step-runner.ts'
import { checkFreshness } from './steps/check-freshness.ts'
import { cloneNode } from './steps/clone-node.ts'
import { compileStep } from './steps/compile-step.ts'
import { loadSeed } from './steps/load-seed.ts'
import { loadSource } from './steps/load-source.ts'
import { materialize } from './steps/materialize.ts'
import { passOver } from './steps/pass-over.ts'
import { readCatalog } from './steps/read-catalog.ts'
import { runHook } from './steps/run-hook.ts'
import { runMonitor } from './steps/run-monitor.ts'
import { runOperation } from './steps/run-operation.ts'
import { buildFunction } from './steps/build-function.ts'
import { runTest } from './steps/run-test.ts'
import { runUnitTest } from './steps/run-unit-test.ts'
import { writeReport } from './steps/write-report.ts'

type Handlers = { readonly [K in StepKind]: StepHandler<Extract<Step, { kind: K }>> }

const handlers: Handlers = {
  'build-function': buildFunction,
  'check-freshness': checkFreshness,
  'clone-node': cloneNode,
  'compile-node': compileStep,
  'load-seed': loadSeed,
  'load-source': loadSource,
  materialize,
  'pass-over': passOver,
  'read-catalog': readCatalog,
  'run-monitor': runMonitor,
  'run-hook': runHook,
  'run-operation': runOperation,
  'run-test': runTest,
  'run-unit-test': runUnitTest,
  'write-report': writeReport,
}

/** Runs one step to its result. Only faults of btn are thrown. */
export async function runStep(
  runner: StepRunner,
  worker: Worker,
  step: Step,
  options: Pick<AttemptOptions, 'runEnd' | 'onExecution'> = {},
): Promise<StepResult> {
  const { host, manifest } = runner.state.input
  const node = expectNode(manifest, step.node)
  const startedAt = host.now()
  const crew = createCrew(runner, worker)
  const attempt = beginAttempt(runner, worker, { ...options, node, crew })
  const stop = await tryAttempt(attempt, (context) => handle(context, step))
  if (stop === 'cancelled') return skippedResult(node, { message: runner.cancelMessage() })
  const completedAt = host.now()
  const executionAt = attempt.executionAt()
  const timing: Timing[] = [
    { name: 'compile', startedAt, completedAt: executionAt ?? completedAt },
    ...(executionAt ? [{ name: 'execute', startedAt: executionAt, completedAt } as const] : []),
  ]
  const made = runner.state.made.get(node.id)
  const { threadId } = worker
  const { ending, diagnostics } = stop
  return toResult(ending, { node, timing, threadId, startedAt, completedAt, made, diagnostics })
}

function handle<K extends StepKind>(
  context: StepContext,
  step: Extract<Step, { kind: K }>,
): Promise<StepEnding> {
  const handler: StepHandler<Extract<Step, { kind: K }>> = handlers[step.kind as K]
  return handler(context, step)
}
