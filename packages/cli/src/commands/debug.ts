import { command } from './command.ts'

export const debug = command({
  name: 'debug',
  summary: 'Show versions, paths and settings, and try the connection',
  examples: [
    { line: 'btn debug', what: 'is everything in place?' },
    { line: 'btn debug --connection', what: 'only the connection' },
    { line: 'btn debug --target prod', what: 'of another target' },
  ],
  options: {
    connection: {
      kind: 'boolean',
      hasOpposite: false,
      hasVariable: false,
      help: 'try the connection only',
    },
    configDir: {
      kind: 'boolean',
      hasOpposite: false,
      hasVariable: false,
      help: 'print the folder of profiles.yml and nothing else',
    },
  },
  run: async (call) => (await import('../debug-project.ts')).debugProject(call),
})
