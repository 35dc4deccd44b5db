import { outputOption, selectionOptions } from '../options/node.ts'
import { command } from './command.ts'

export const check = command({
  name: 'check',
  summary: 'Find unknown columns, wrong types and broken contracts without running anything',
  description:
    'Compiles the project and asks the engine what every query means, over empty tables in memory. The warehouse is not touched.',
  examples: [
    { line: 'btn check', what: 'the whole project' },
    { line: 'btn check --select state:modified+', what: 'what a change can break' },
    { line: 'btn check --output json', what: 'for other programs' },
  ],
  options: { ...selectionOptions, ...outputOption },
  run: async (call) => (await import('../check-project.ts')).checkProject(call),
})
