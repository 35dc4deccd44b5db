import { selectionOptions, sqlparseOption } from '../options/node.ts'
import { command } from './command.ts'

export const source = command({
  name: 'source',
  summary: 'How old the newest rows of the sources are',
  description:
    'Asks each source that has warn_after or error_after for its newest row, and writes target/sources.json.',
  examples: [
    { line: 'btn source freshness', what: 'every source with limits' },
    { line: 'btn source freshness --select source:app', what: 'those of one' },
  ],
  argument: { name: 'freshness', help: 'what to do: freshness' },
  options: {
    ...selectionOptions,
    ...sqlparseOption,
    output: {
      kind: 'text',
      short: 'o',
      value: '<file>',
      hasVariable: false,
      help: 'file for the result, instead of target/sources.json',
    },
  },
  run: async (call) => (await import('../check-freshness.ts')).checkFreshness(call),
})
