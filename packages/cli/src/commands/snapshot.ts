import { emptyOption, selectionOptions, sqlparseOption } from '../options/node.ts'
import { command } from './command.ts'

export const snapshot = command({
  name: 'snapshot',
  summary: 'Note what has changed since the last time: the history of rows',
  examples: [
    { line: 'btn snapshot', what: 'every snapshot' },
    { line: 'btn snapshot --select orders_history', what: 'one' },
  ],
  options: {
    ...selectionOptions,
    ...sqlparseOption,
    ...emptyOption,
  },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('snapshot', call),
})
