import { beginAttempt, tryAttempt } from './attempt.ts'
import type { BatchEnd, BatchWork, Crew } from './step-context.ts'
import type { StepRunner, Worker } from './step-runner.ts'

/** The threads as one step sees them: its own, and those that happen to be idle. */
export function createCrew(runner: StepRunner, own: Worker): Crew {
  const shareOut = async (works: readonly BatchWork[]): Promise<void> => {
    const queue = [...works]
    const helpers: Promise<void>[] = []
    const drain = async (worker: Worker): Promise<void> => {
      for (let work = queue.shift(); work; work = queue.shift()) {
        if (queue.length === 0) takeBack?.()
        await runWork(runner, worker, work, crew)
      }
    }
    const takeBack =
      queue.length > 1
        ? runner.lend((worker) => {
            const help = drain(worker)
            helpers.push(help)
            return help
          })
        : undefined
    await drain(own)
    await Promise.all(helpers)
  }
  const crew: Crew = {
    run: (work) => runWork(runner, own, work, crew),
    shareOut: (works) => shareOut(works),
    tell: runner.log,
  }
  return crew
}

async function runWork(
  runner: StepRunner,
  worker: Worker,
  work: BatchWork,
  crew: Crew,
): Promise<void> {
  if (!work.isWanted() || runner.isCancelled()) return work.finish({ kind: 'cancelled' })
  work.begin(worker.threadId)
  work.finish(await buildBatch(runner, worker, work, crew))
}

async function buildBatch(
  runner: StepRunner,
  worker: Worker,
  { node, batch, build }: BatchWork,
  crew: Crew,
): Promise<BatchEnd> {
  const { host } = runner.state.input
  const startedAt = host.now()
  const attempt = beginAttempt(runner, worker, { node, crew, batch })
  const stop = await tryAttempt(attempt, build)
  if (stop === 'cancelled') return { kind: 'cancelled' }
  const executionTime = (host.now().getTime() - startedAt.getTime()) / 1000
  return { kind: 'done', ...stop, executionTime, threadId: worker.threadId }
}
