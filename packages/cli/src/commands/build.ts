import {
  fullRefreshOption,
  runOptions,
  resourceTypeOptions,
  selectionOptions,
  storeFailuresOption,
} from '../options/node.ts'
import { loadOptions } from '../options/load.ts'
import { command } from './command.ts'

export const build = command({
  name: 'build',
  summary: 'Load seeds, build models and test them, in the order of the graph',
  description:
    'Loads seeds, builds models and runs their tests, in the order of the graph. What depends on something that failed is skipped.',
  examples: [
    { line: 'btn build', what: 'everything' },
    { line: 'btn build --select +daily_revenue', what: 'one model and all that it needs' },
    {
      line: 'btn build --select tag:finance --exclude test_type:singular',
      what: 'some, without some',
    },
    {
      line: 'btn build --full-refresh --fail-fast',
      what: 'from nothing, stop at the first failure',
    },
    { line: "btn build --vars '{data_dir: ../data}'", what: 'with other variables' },
  ],
  options: {
    ...selectionOptions,
    ...resourceTypeOptions,
    ...fullRefreshOption,
    ...storeFailuresOption,
    show: {
      kind: 'boolean',
      hasOpposite: false,
      support: 'accepted',
      help: 'shows nothing in a build, as in dbt',
    },
    exportSavedQueries: { kind: 'boolean', support: 'later', help: 'export saved queries' },
    ...runOptions,
    ...loadOptions,
  },
  run: async (call) => (await import('../run-nodes.ts')).runNodes('build', call),
})
