import { loadOptions } from '../options/load.ts'
import { runOptions, selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

export const backfill = command({
  name: 'backfill',
  summary: 'Build the dates that are missing, failed or stale',
  description:
    'Looks for the dates that the loads have files for, and builds those, in order, that were never built, have failed, or were made of other files or by other models than those of today.',
  examples: [
    { line: 'btn backfill --plan', what: 'which dates, and why' },
    { line: 'btn backfill', what: 'build them' },
    { line: 'btn backfill --start 2025-12-01 --select +daily_metrics', what: 'some of them' },
  ],
  options: {
    plan: { kind: 'boolean', hasVariable: false, help: 'list the dates, and build none' },
    ...selectionOptions,
    ...runOptions,
    start: loadOptions.start,
    end: loadOptions.end,
    reload: loadOptions.reload,
  },
  run: async (call) => (await import('../backfill-dates.ts')).backfillDates(call),
})
