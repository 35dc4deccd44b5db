import { inlineOption, outputOption, selectionOptions, sqlparseOption } from '../options/node.ts'
import { command } from './command.ts'

export const show = command({
  name: 'show',
  summary: 'Run a query, a model or a test and print its rows',
  examples: [
    {
      line: 'btn show --select daily_revenue',
      what: 'the first rows of a model, as it would be built now',
    },
    {
      line: 'btn show --select unique_orders_id --limit 20',
      what: 'the rows on which a test fails',
    },
    { line: `btn show --inline "select count(*) n from {{ ref('orders') }}"`, what: 'any query' },
    {
      line: 'btn show --select daily_revenue --limit -1 --output json',
      what: 'all rows, for other programs',
    },
  ],
  options: {
    ...selectionOptions,
    ...sqlparseOption,
    ...inlineOption,
    inlineDirect: {
      kind: 'text',
      value: '<sql>',
      hasVariable: false,
      help: 'a query sent as it is: nothing of the project is read',
    },
    limit: {
      kind: 'number',
      value: '<n>',
      hasVariable: false,
      help: 'rows to print (5); -1 for all',
    },
    ...outputOption,
    introspect: { kind: 'boolean', support: 'accepted', help: 'let templates ask the database' },
  },
  run: async (call) => (await import('../show-rows.ts')).showRows(call),
})
