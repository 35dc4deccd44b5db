import { command } from './command.ts'

export const deps = command({
  name: 'deps',
  summary: 'Install the packages that the project lists',
  description:
    'Installs what packages.yml (or dependencies.yml, or "packages" in project.yml) lists, in the versions of package-lock.yml. When the list has changed, or with --upgrade, versions are chosen anew. What was fetched once is kept, and installs without a network.',
  examples: [
    { line: 'btn deps', what: 'install' },
    { line: 'btn deps --upgrade', what: 'the newest versions that the list allows' },
    { line: 'btn deps --add-package dbt-labs/dbt_utils@1.3.0', what: 'list one more, and install' },
    { line: 'btn deps --offline', what: 'from the lock and what was fetched before' },
  ],
  options: {
    lock: {
      kind: 'boolean',
      hasOpposite: false,
      hasVariable: false,
      help: 'write package-lock.yml, and install nothing',
    },
    upgrade: {
      kind: 'boolean',
      hasOpposite: false,
      hasVariable: false,
      help: 'choose versions anew',
    },
    addPackage: {
      kind: 'text',
      value: '<name@version>',
      hasVariable: false,
      help: 'add a package to the list',
    },
    source: {
      kind: 'choice',
      value: '<source>',
      choices: ['hub', 'git', 'local'],
      hasVariable: false,
      help: 'where the added package comes from (hub)',
    },
    offline: { kind: 'boolean', help: 'fetch nothing' },
  },
  run: async (call) => (await import('../install-packages.ts')).installPackages(call),
})
