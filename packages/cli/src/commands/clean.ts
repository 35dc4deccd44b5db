import { command } from './command.ts'

export const clean = command({
  name: 'clean',
  summary: 'Remove what btn wrote: target/ and installed packages',
  description:
    'Removes the folders of clean-targets (target/ and, in a dbt project, what it lists there). Databases that a connection names are kept, unless --databases is given.',
  examples: [
    { line: 'btn clean', what: 'everything but databases' },
    { line: 'btn clean --databases', what: 'the databases, too, after a question' },
    { line: 'btn clean --databases --yes', what: 'where no one can answer' },
  ],
  options: {
    databases: {
      kind: 'boolean',
      hasVariable: false,
      help: 'remove the databases in those folders, too',
    },
    yes: { kind: 'boolean', short: 'y', hasVariable: false, help: 'answer yes to the question' },
    cleanProjectFilesOnly: {
      kind: 'boolean',
      help: 'refuse folders outside the project (on by default)',
    },
  },
  run: async (call) => (await import('../clean-project.ts')).cleanProject(call),
})
