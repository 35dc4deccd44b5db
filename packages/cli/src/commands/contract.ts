import { command } from './command.ts'

export const contract = command({
  name: 'contract',
  summary: 'Write a first contract for files',
  description:
    'Reads files and writes the YAML of a source that loads them: types, columns that are never empty or never twice the same, accepted values, ranges, patterns. A first draft, to be read and changed; "btn load" takes it as it is.',
  examples: [
    { line: 'btn contract infer data/events.csv', what: 'print it' },
    { line: 'btn contract infer data/events.csv > models/raw.yml', what: 'keep it' },
    { line: "btn contract infer 'data/events_*.csv' --table raw.events", what: 'of several files' },
  ],
  argument: { name: 'infer', help: 'what to do: infer', words: ['infer'] },
  operand: { name: 'files', help: 'a path, a glob or a URL' },
  options: {
    table: {
      kind: 'text',
      value: '<name>',
      hasVariable: false,
      help: 'what to call it: events, or raw.events (raw, and the name of the file)',
    },
  },
  run: async (call) => (await import('../contract/infer.ts')).inferContract(call),
})
