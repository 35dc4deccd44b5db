import { command } from './command.ts'

/** What can be looked at, in the order of the help. */
export const auditTopics = [
  'runs',
  'nodes',
  'loads',
  'tests',
  'monitors',
  'alerts',
  'partitions',
  'masking',
] as const

export const audit = command({
  name: 'audit',
  summary: 'Look at what runs, loads, tests and monitors have left in the audit log',
  description:
    'Prints the newest rows of the audit log, which lies in the schema btn_audit of the database. Nothing is changed. A run that has no end, and whose process is gone, is shown as killed.',
  examples: [
    { line: 'btn audit runs', what: 'the last commands, and how they ended' },
    { line: 'btn audit loads --select raw.events', what: 'each file: rows read, loaded, rejected' },
    { line: 'btn audit tests', what: 'the newest result of each test' },
    { line: 'btn audit tests --history unique_orders_id', what: 'all results of one' },
    { line: 'btn audit nodes --since 24h --limit -1', what: 'everything since yesterday' },
    { line: 'btn audit loads --output csv', what: 'for other programs' },
  ],
  argument: {
    name: 'what',
    help: `what to look at: ${auditTopics.join(', ')}`,
    words: auditTopics,
  },
  options: {
    select: {
      kind: 'list',
      short: 's',
      value: '<names...>',
      hasVariable: false,
      help: 'only these: names of nodes, tests, tables or monitors, with * and ?',
    },
    history: {
      kind: 'text',
      value: '<name>',
      hasVariable: false,
      help: 'all results of a test or a monitor, instead of the newest of each',
    },
    since: {
      kind: 'text',
      value: '<time>',
      hasVariable: false,
      help: 'nothing earlier: 2025-12-10, 2025-12-10T08:00, 24h, 7d',
    },
    limit: {
      kind: 'number',
      value: '<n>',
      hasVariable: false,
      help: 'rows to print (20); -1 for all',
    },
    output: {
      kind: 'choice',
      value: '<form>',
      choices: ['text', 'json', 'csv'],
      hasVariable: false,
      help: 'form of what is printed (text)',
    },
  },
  run: async (call) => (await import('../audit/show-audit.ts')).showAudit(call),
})
