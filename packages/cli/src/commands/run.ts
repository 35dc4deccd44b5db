import { fullRefreshOption, runOptions, selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

export const run = command({
  name: 'run',
  summary: 'Build models, without seeds and tests',
  examples: [
    { line: 'btn run', what: 'every model' },
    { line: 'btn run --select dim_customers+', what: 'one model and all that depends on it' },
    { line: 'btn run --select path:models/core --threads 2', what: 'a folder, two models at once' },
    {
      line: 'btn run --select fact_transactions --full-refresh',
      what: 'an incremental model from nothing',
    },
  ],
  options: { ...selectionOptions, ...fullRefreshOption, ...runOptions },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('run', call),
})
