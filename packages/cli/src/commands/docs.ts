import {
  emptyOption,
  fullRefreshOption,
  selectionOptions,
  sqlparseOption,
} from '../options/node.ts'
import { command } from './command.ts'

export const docs = command({
  name: 'docs',
  summary: 'Write what is known of the project and its database, for documentation',
  description:
    'Writes target/manifest.json and target/catalog.json: what the project says of its relations, and what the database has.',
  examples: [
    { line: 'btn docs generate', what: 'everything' },
    { line: 'btn docs generate --select +orders', what: 'some relations' },
    { line: 'btn docs generate --no-compile', what: 'without rendering the SQL of the models' },
    { line: 'btn docs generate --empty-catalog', what: 'without asking the database' },
  ],
  argument: { name: 'generate', help: 'what to do: generate' },
  options: {
    ...selectionOptions,
    ...sqlparseOption,
    ...fullRefreshOption,
    ...emptyOption,
    compile: {
      kind: 'boolean',
      hasVariable: false,
      help: 'render the SQL of the models, too (yes)',
    },
    emptyCatalog: { kind: 'boolean', hasVariable: false, help: 'leave the database alone' },
    static: {
      kind: 'boolean',
      hasVariable: false,
      support: 'later',
      help: 'one page with everything in it',
    },
    host: {
      kind: 'text',
      value: '<host>',
      hasVariable: false,
      support: 'later',
      help: 'of docs serve',
    },
    port: {
      kind: 'text',
      value: '<port>',
      hasVariable: false,
      support: 'later',
      help: 'of docs serve',
    },
    browser: { kind: 'boolean', hasVariable: false, support: 'later', help: 'of docs serve' },
  },
  run: async (call) => (await import('../generate-docs.ts')).generateDocs(call),
})
