import type { Inspection, LoadOutcome } from '@btn/adapter'
import { diagnostic } from '@btn/diagnostics'
import type { FoundFile, LoadedSource } from '../../types/index.ts'
import type { StepContext, StepEnding } from '../step-context.ts'
import { sum, warn } from './load-context.ts'

export function upToDate({ files }: Inspection, found: readonly FoundFile[]): StepEnding {
  const count = files.length === 1 ? 'its file was' : `its ${files.length} files were`
  return {
    status: 'success',
    message: `UP TO DATE: ${count} loaded before`,
    response: { message: 'LOAD 0', code: 'LOAD', rowsAffected: 0 },
    ...(found.length > 0 && {
      load: { files: [], sample: [], wouldBe: { found, isRefused: false, unjudged: [] } },
    }),
  }
}

export function endingOf(context: StepContext<LoadedSource>, outcome: LoadOutcome): StepEnding {
  const { node, session } = context
  for (const item of outcome.diagnostics) warn(context, item)
  const { files, sample, mended } = outcome
  const rows = sum(outcome, 'rowsLoaded') + (mended?.rowsLoaded ?? 0)
  const load = { files, sample, ...(mended && { mended }) }
  if (outcome.isRefused) {
    const error = refused(node, outcome)
    return { status: 'error', message: error.message, diagnostics: [error], load }
  }
  const { database, schema, identifier: name } = node
  session.relations.add({ database, schema, name, type: 'table' })
  context.state.loaded.add(node.id)
  const message = `LOAD ${rows}`
  return {
    status: 'success',
    message,
    response: { message, code: 'LOAD', rowsAffected: rows },
    load,
  }
}

function refused(node: LoadedSource, outcome: LoadOutcome) {
  const { errorAbove = 0, per } = node.load.contract.limits
  const worst = (a: LoadOutcome['files'][number], b: typeof a): number =>
    b.rowsRejected / Math.max(1, b.rowsRead) - a.rowsRejected / Math.max(1, a.rowsRead)
  const file = per === 'file' ? [...outcome.files].sort(worst)[0] : undefined
  return diagnostic('load-reject-limit', {
    name: file ? file.file.shownPath : `${node.sourceName}.${node.name}`,
    rejected: file?.rowsRejected ?? sum(outcome, 'rowsRejected'),
    read: file?.rowsRead ?? sum(outcome, 'rowsRead'),
    limit: errorAbove,
  })
}
