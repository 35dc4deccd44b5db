import {
  emptyOption,
  fullRefreshOption,
  selectionOptions,
  sqlparseOption,
} from '../options/node.ts'
import { command } from './command.ts'

/** What can be done with the documentation of a project. */
export const docsWords = ['generate', 'serve', 'site'] as const

export const docs = command({
  name: 'docs',
  summary: 'Write a site that shows the project, or serve it while you work',
  description:
    '"generate" writes target/manifest.json and target/catalog.json (what the project says of its relations, and what the database has), and from them and what else is in target/ the site in target/docs/: open target/docs/index.html, or put the folder on any web server. "serve" does that and shows the site, and again when the project has changed. "site" makes the site of a folder with artifacts, of dbt\'s or of btn\'s.',
  examples: [
    { line: 'btn docs generate', what: 'everything' },
    { line: 'btn docs generate --select +orders', what: 'the catalogue of some relations' },
    { line: 'btn docs generate --no-compile', what: 'without rendering the SQL of the models' },
    { line: 'btn docs generate --empty-catalog', what: 'without asking the database' },
    { line: 'btn docs generate --static', what: 'the site as one file: target/static_index.html' },
    { line: 'btn docs serve', what: 'in the browser, as the project changes' },
    { line: 'btn docs site ../shop/target --output site', what: 'from what dbt has written there' },
  ],
  argument: { name: 'generate|serve|site', help: 'what to do', words: docsWords },
  operand: { name: 'folder', help: 'of site and serve: where manifest.json lies (target)' },
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
    emptyCatalog: {
      kind: 'boolean',
      hasOpposite: false,
      hasVariable: false,
      help: 'leave the database alone',
    },
    static: {
      kind: 'boolean',
      hasOpposite: false,
      hasVariable: false,
      help: 'one page with everything in it, static_index.html, instead of a folder',
    },
    output: {
      kind: 'text',
      value: '<folder>',
      hasVariable: false,
      help: 'where the site goes (docs below the target folder)',
    },
    host: {
      kind: 'text',
      value: '<host>',
      hasVariable: false,
      help: 'of serve: the address to listen at (127.0.0.1)',
    },
    port: {
      kind: 'number',
      value: '<port>',
      hasVariable: false,
      least: 0,
      help: 'of serve (8080, or the next that is free); 0 for any',
    },
    browser: { kind: 'boolean', hasVariable: false, help: 'of serve: open a browser (yes)' },
  },
  run: async (call) => (await import('../docs/docs.ts')).workOnDocs(call),
})
