import {
  fullRefreshOption,
  outputOption,
  resourceTypeOptions,
  selectionOptions,
} from '../options/node.ts'
import { command } from './command.ts'

export const plan = command({
  name: 'plan',
  summary: 'Show what build would do, in order, without doing it',
  examples: [
    { line: 'btn plan', what: 'every step of a build' },
    { line: 'btn plan --select dim_customers+', what: 'of a selection' },
    { line: 'btn plan --output json', what: 'for other programs' },
  ],
  options: {
    ...selectionOptions,
    ...resourceTypeOptions,
    ...fullRefreshOption,
    ...outputOption,
  },
  run: async (call) => (await import('../plan-nodes.ts')).planNodes(call),
})
