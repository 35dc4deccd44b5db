import {
  emptyOption,
  fullRefreshOption,
  inlineOption,
  outputOption,
  selectionOptions,
  sqlparseOption,
} from '../options/node.ts'
import { command } from './command.ts'

export const compile = command({
  name: 'compile',
  summary: 'Render templates to SQL in target/compiled, and print one',
  examples: [
    { line: 'btn compile', what: 'everything, into target/compiled' },
    { line: 'btn compile --select daily_revenue', what: 'print the SQL of one model' },
    { line: `btn compile --inline "select * from {{ ref('orders') }}"`, what: 'of a query' },
    { line: 'btn compile --select daily_revenue --output json', what: 'for other programs' },
  ],
  options: {
    ...selectionOptions,
    ...sqlparseOption,
    ...fullRefreshOption,
    ...inlineOption,
    ...outputOption,
    introspect: { kind: 'boolean', help: 'let templates ask the database (yes)' },
    injectEphemeralCtes: {
      kind: 'boolean',
      help: 'put ephemeral models into the SQL (yes)',
    },
    ...emptyOption,
  },
  run: async (call) => (await import('../compile-nodes.ts')).compileNodes(call),
})
