import { command } from './command.ts'

export const lineage = command({
  name: 'lineage',
  summary: 'Show where a column comes from, and where it goes',
  description:
    'Follows a column through every query of the project, by what the engine makes of them. Nothing is run, and the warehouse is not touched.',
  examples: [
    { line: 'btn lineage fact_orders.amount', what: 'where it comes from, and where it goes' },
    { line: 'btn lineage fact_orders --up', what: 'where all of its columns come from' },
    { line: 'btn lineage source:raw.orders.amount --down', what: 'what depends on a source' },
    { line: 'btn lineage fact_orders --output openlineage', what: 'for a catalogue of data' },
  ],
  argument: { name: 'column', help: 'as orders.amount, orders or source:raw.orders.amount' },
  options: {
    up: { kind: 'boolean', hasVariable: false, help: 'only where it comes from' },
    down: { kind: 'boolean', hasVariable: false, help: 'only where it goes' },
    output: {
      kind: 'choice',
      value: '<form>',
      choices: ['tree', 'json', 'openlineage'],
      hasVariable: false,
      help: 'form of what is printed (tree)',
    },
  },
  run: async (call) => (await import('../show-lineage.ts')).showLineage(call),
})
