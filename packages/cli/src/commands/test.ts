import {
  resourceTypeOptions,
  selectionOptions,
  storeFailuresOption,
  sqlparseOption,
} from '../options/node.ts'
import { command } from './command.ts'

export const test = command({
  name: 'test',
  summary: 'Run the tests of data that is there already',
  examples: [
    { line: 'btn test', what: 'every test' },
    { line: 'btn test --select fact_transactions', what: 'the tests of one model' },
    {
      line: 'btn test --select test_name:unique --store-failures',
      what: 'one kind, failing rows kept',
    },
    { line: 'btn test --select test_type:singular', what: 'the tests in tests/' },
  ],
  options: {
    ...selectionOptions,
    ...resourceTypeOptions,
    ...storeFailuresOption,
    ...sqlparseOption,
  },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('test', call),
})
