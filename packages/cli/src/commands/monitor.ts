import { loadOptions } from '../options/load.ts'
import { selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

export const monitor = command({
  name: 'monitor',
  summary: 'Hold values of the data, and of the runs, against their limits',
  description:
    'Asks each monitor for its value, writes that down, and tells those who are to be alerted. Ends with code 1 when one is in error. In a build, monitors are asked after what they look at.',
  examples: [
    { line: 'btn monitor', what: 'every monitor' },
    { line: 'btn monitor --select error_rate', what: 'one of them' },
    { line: 'btn monitor --date 2025-12-10', what: 'the values of a day' },
    { line: 'btn monitor --as-of 2025-12-10T07:00:00Z', what: 'as if it were that time' },
  ],
  options: {
    ...selectionOptions,
    date: { ...loadOptions.date, help: 'the day that is asked about: 2025-12-10' },
    asOf: {
      kind: 'text',
      value: '<time>',
      hasVariable: false,
      help: 'what counts as now, in place of the variable as_of',
    },
  },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('monitor', call),
})
