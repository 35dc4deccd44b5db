import { command } from './command.ts'

export const parse = command({
  name: 'parse',
  summary: 'Check the project and write target/manifest.json',
  description:
    'Reads the whole project, reports every mistake and writes target/manifest.json. Opens no database.',
  examples: [
    { line: 'btn parse', what: 'is everything in order?' },
    { line: 'btn parse --no-partial-parse', what: 'reading every file anew' },
  ],
  options: {},
  run: async (call) => (await import('../parse-project.ts')).parseProject(call),
})
