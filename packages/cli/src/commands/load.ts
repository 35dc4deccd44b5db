import { loadOptions } from '../options/load.ts'
import { resourceTypeOptions, selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

export const load = command({
  name: 'load',
  summary: 'Load files into the tables of the sources',
  description:
    'Loads the files of sources that have config.load, checks each row by its contract, and puts what it rejects into the quarantine. A file whose content was loaded before is passed over.',
  examples: [
    { line: 'btn load', what: 'every source that has files' },
    { line: 'btn load --select source:raw.events', what: 'one table' },
    { line: 'btn load --dry-run', what: 'what would happen, and nothing else' },
    { line: 'btn load --select source:raw --reload', what: 'again, also what was loaded before' },
    { line: 'btn load --date 2025-12-10', what: 'the partition of a day' },
  ],
  options: {
    ...selectionOptions,
    ...resourceTypeOptions,
    ...loadOptions,
    dryRun: { kind: 'boolean', hasVariable: false, help: 'say what would happen, change nothing' },
  },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('load', call),
})
