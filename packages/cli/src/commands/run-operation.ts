import { command } from './command.ts'

export const runOperation = command({
  name: 'run-operation',
  summary: 'Call a macro, or send SQL, outside of any model',
  examples: [
    { line: 'btn run-operation grant_access', what: 'a macro of the project' },
    {
      line: `btn run-operation drop_old --args '{days: 30, schemas: [dev, ci]}'`,
      what: 'with arguments',
    },
    { line: 'btn run-operation codegen.generate_source', what: 'a macro of a package' },
    { line: `btn run-operation --sql "vacuum {{ ref('orders') }}"`, what: 'a statement' },
  ],
  argument: { name: 'macro', help: 'name of the macro, with its package where that is needed' },
  options: {
    args: {
      kind: 'text',
      value: '<yaml>',
      hasVariable: false,
      help: "arguments of the macro: '{name: value}'",
    },
    sql: {
      kind: 'text',
      value: '<sql>',
      hasVariable: false,
      help: 'SQL with templates, instead of a macro',
    },
  },
  run: async (call) => (await import('../run-operation.ts')).runOperation(call),
})
