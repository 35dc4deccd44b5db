import type { OptionTable } from './spec.ts'

const resourceTypes = [
  'metric',
  'semantic_model',
  'saved_query',
  'source',
  'analysis',
  'function',
  'model',
  'test',
  'unit_test',
  'exposure',
  'snapshot',
  'seed',
  'report',
  'monitor',
  'default',
  'all',
] as const

/** Which nodes a command works on. */
export const selectionOptions = {
  select: {
    kind: 'list',
    short: 's',
    aliases: ['-m, --models', '--model'],
    value: '<nodes...>',
    hasVariable: false,
    help: 'nodes to take, as names, tag:…, path:…, +parents, children+',
  },
  exclude: { kind: 'list', value: '<nodes...>', hasVariable: false, help: 'nodes to leave out' },
  selector: {
    kind: 'text',
    value: '<name>',
    hasVariable: false,
    help: 'a selection of selectors.yml',
  },
  indirectSelection: {
    kind: 'choice',
    value: '<mode>',
    choices: ['eager', 'cautious', 'buildable', 'empty'],
    help: 'which tests come along with selected nodes (eager)',
  },
} as const satisfies OptionTable

export const resourceTypeOptions = {
  resourceType: {
    kind: 'list',
    aliases: ['--resource-types'],
    isOfWords: true,
    variable: 'RESOURCE_TYPES',
    value: '<types...>',
    help: `only these kinds of nodes: ${resourceTypes.slice(3, 8).join(', ')}, …`,
  },
  excludeResourceType: {
    kind: 'list',
    aliases: ['--exclude-resource-types'],
    isOfWords: true,
    variable: 'EXCLUDE_RESOURCE_TYPES',
    value: '<types...>',
    help: 'leave out these kinds of nodes',
  },
} as const satisfies OptionTable

export const fullRefreshOption = {
  fullRefresh: {
    kind: 'boolean',
    hasOpposite: false,
    short: 'f',
    help: 'rebuild incremental models and seeds from nothing',
  },
} as const satisfies OptionTable

export const storeFailuresOption = {
  storeFailures: {
    kind: 'boolean',
    hasOpposite: false,
    help: 'keep the failing rows of tests in tables',
  },
  sampleFailures: {
    kind: 'boolean',
    help: 'keep the first failing rows in the audit log, where there is one, and show them (on by default)',
  },
} as const satisfies OptionTable

export const emptyOption = {
  empty: { kind: 'boolean', help: 'read no rows of refs and sources: build what exists, empty' },
} as const satisfies OptionTable

/** Of all commands that send SQL, as in dbt. */
export const sqlparseOption = {
  sqlparse: {
    kind: 'text',
    value: '<yaml>',
    support: 'accepted',
    help: 'limits of a parser that btn does not use',
  },
} as const satisfies OptionTable

/** Options of dbt's `run` and `build`. */
export const runOptions = {
  ...emptyOption,
  sample: {
    kind: 'text',
    value: '<period>',
    help: 'read only a time of the inputs: "3 days", or {start: "…", end: "…"}',
  },
  eventTimeStart: {
    kind: 'text',
    value: '<time>',
    help: 'build batches of microbatch models from this time on',
  },
  eventTimeEnd: {
    kind: 'text',
    value: '<time>',
    help: 'build batches of microbatch models up to, without, this time',
  },
  ...sqlparseOption,
} as const satisfies OptionTable

/** A query of the command line, for commands that work on one node. */
export const inlineOption = {
  inline: {
    kind: 'text',
    value: '<sql>',
    hasVariable: false,
    help: 'a query with templates, instead of a node',
  },
} as const satisfies OptionTable

/** For commands whose result people and programs read. */
export const outputOption = {
  output: {
    kind: 'choice',
    value: '<form>',
    choices: ['text', 'json'],
    hasVariable: false,
    help: 'form of what is printed (text)',
  },
} as const satisfies OptionTable
