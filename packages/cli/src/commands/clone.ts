import { fullRefreshOption, resourceTypeOptions, selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

export const clone = command({
  name: 'clone',
  summary: 'Put the relations of an earlier run into this target, as views of them',
  examples: [
    { line: 'btn clone --state prod-artifacts', what: 'everything that is missing here' },
    { line: 'btn clone --state prod-artifacts --full-refresh', what: 'what is here, too' },
  ],
  options: { ...selectionOptions, ...resourceTypeOptions, ...fullRefreshOption },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('clone', call),
})
