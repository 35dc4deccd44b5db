import type { RunEvent } from '../types/index.ts'
import { createEventQueue } from './event-queue.ts'
import { Execution } from './execution.ts'
import type { RunInput, RunOutcome } from './run-input.ts'

/**
 * Runs a plan. Events come as things happen; the value returned has every result, those of steps that a failure, Ctrl-C or
 * `--fail-fast` left out included. Throws a `DiagnosticError` when nothing could be begun, and faults of btn itself.
 */
export async function* run(input: RunInput): AsyncGenerator<RunEvent, RunOutcome> {
  const events = createEventQueue<RunEvent>()
  const execution = new Execution(input, (event) => events.push(event))
  const interrupt = (): void => execution.cut('interrupt')
  const { signal } = input
  signal?.addEventListener('abort', interrupt, { once: true })
  if (signal?.aborted) interrupt()
  const work = execution.run().finally(() => events.close())
  // Whoever reads the events learns of a failure after them; until then it is no unhandled one.
  work.catch(() => undefined)
  try {
    yield* events
    return await work
  } finally {
    // A reader that goes away in the middle leaves nothing running behind.
    interrupt()
    signal?.removeEventListener('abort', interrupt)
    await work.catch(() => undefined)
  }
}
