import { emptyOption, fullRefreshOption, selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

export const seed = command({
  name: 'seed',
  summary: 'Load the CSV files of seeds/ into tables',
  examples: [
    { line: 'btn seed', what: 'every seed' },
    { line: 'btn seed --select countries', what: 'one' },
    { line: 'btn seed --full-refresh', what: 'tables made anew, for files whose columns changed' },
  ],
  options: {
    ...selectionOptions,
    ...fullRefreshOption,
    show: { kind: 'boolean', support: 'later', help: 'print a sample of each seed' },
    ...emptyOption,
  },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('seed', call),
})
