import type { RunResult, StepFinished, StepStarted } from '@btn/core'
import { renderText } from '@btn/diagnostics'
import type { Entry } from './entry.ts'
import { statusLine } from './status-line.ts'

/** What the run of `run-operation` tells: nothing of a macro, which speaks for itself; start and end of a statement. */
export function operationEntry(event: StepStarted | StepFinished): Entry | undefined {
  if (event.step.kind !== 'run-operation' || event.step.macro !== undefined) return undefined
  const name = 'inline_query'
  if (event.type === 'step-started') return toLine(event, `START executing ${name}`, 'RUN')
  const { result } = event
  const seconds = result.executionTime
  if (result.status !== 'success')
    return { ...toLine(event, `ERROR executing ${name}`, 'ERROR', seconds), level: 'error' }
  const message = String(result.adapterResponse['_message'] ?? 'OK')
  return toLine(event, `OK executed ${name}`, message, seconds)
}

function toLine(
  at: StepStarted | StepFinished,
  message: string,
  status: string,
  seconds?: number,
): Entry {
  const shown = { message, status, ...(seconds !== undefined && { seconds }) }
  return {
    name: 'Note',
    code: 'Z050',
    level: 'info',
    text: (style) => statusLine(at, shown, style),
    data: { msg: message },
  }
}

/** The mistake that ended an operation, with its place. */
export function operationFailure({ results }: RunResult): readonly Entry[] {
  return results
    .filter(({ status }) => status === 'error')
    .map((result) => {
      const message = result.message ?? ''
      const head = 'Encountered an error while running operation'
      return {
        name: 'RunningOperationCaughtError',
        code: 'Q001',
        level: 'error',
        text: ({ paint }) =>
          `[${paint.bad('ERROR')}]: ${head}: ${message}\n` +
          result.diagnostics.map((item) => renderText(item, paint)).join('\n'),
        data: { exc: message },
      }
    })
}
