import {
  emptyOption,
  fullRefreshOption,
  selectionOptions,
  sqlparseOption,
} from '../options/node.ts'
import { command } from './command.ts'

export const seed = command({
  name: 'seed',
  summary: 'Load the CSV files of seeds/ into tables',
  examples: [
    { line: 'btn seed', what: 'every seed' },
    { line: 'btn seed --select countries --show', what: 'one, with a sample of its rows' },
    { line: 'btn seed --full-refresh', what: 'tables made anew, for files whose columns changed' },
  ],
  options: {
    ...selectionOptions,
    ...sqlparseOption,
    ...fullRefreshOption,
    show: {
      kind: 'boolean',
      hasOpposite: false,
      help: 'print ten rows of each seed at the end, taken at random',
    },
    ...emptyOption,
  },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('seed', call),
})
