import { loadOptions } from '../options/load.ts'
import { selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

const { date, start, end } = loadOptions

export const report = command({
  name: 'report',
  summary: 'Write the reports, and build nothing',
  description:
    'Renders the templates below reports/ over what stands in the database, and writes what they give. A report with a claim that is not true any more is not written.',
  examples: [
    { line: 'btn report', what: 'all of them' },
    { line: 'btn report --select findings', what: 'one' },
    { line: 'btn report --date 2025-12-10', what: 'those of a day' },
  ],
  options: { ...selectionOptions, date, start, end },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('report', call),
})
