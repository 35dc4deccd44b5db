import { resourceTypeOptions, selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

export const list = command({
  name: 'list',
  aliases: ['ls'],
  summary: 'List the nodes that a selection takes',
  examples: [
    { line: 'btn ls', what: 'everything' },
    { line: 'btn ls --select +daily_revenue --resource-type model', what: 'the models behind one' },
    { line: 'btn ls --output path', what: 'their files' },
    {
      line: 'btn ls --output json --output-keys name,config.materialized',
      what: 'one JSON object a line',
    },
  ],
  options: {
    ...selectionOptions,
    select: { ...selectionOptions.select, aliases: [] },
    models: {
      kind: 'list',
      short: 'm',
      aliases: ['--model'],
      value: '<nodes...>',
      hasVariable: false,
      help: 'models to take: --select with --resource-type model',
    },
    ...resourceTypeOptions,
    output: {
      kind: 'choice',
      value: '<form>',
      choices: ['selector', 'json', 'name', 'path'],
      hasVariable: false,
      help: 'what to print of each node (selector)',
    },
    outputKeys: {
      kind: 'list',
      value: '<keys...>',
      hasVariable: false,
      help: 'keys of the JSON, apart by commas or spaces',
    },
  },
  run: async (call) => (await import('../list-nodes.ts')).listNodes(call),
})
