import { command } from './command.ts'

export const init = command({
  name: 'init',
  summary: 'Make a small project that builds',
  description:
    'Makes a folder with a small project: a seed, two models, their tests. It builds as it is. In a dbt project it writes the profile that the project names, asking what profile_template.yml asks.',
  argument: {
    name: 'name',
    help: 'name of the project and of its folder; without it, this folder',
  },
  examples: [
    { line: 'btn init shop && cd shop && btn build', what: 'from nothing to tested tables' },
    { line: 'btn init', what: 'in this folder, named after it' },
    { line: 'btn init --from-dbt', what: 'one project.yml in place of two files of dbt' },
  ],
  options: {
    fromDbt: {
      kind: 'boolean',
      hasVariable: false,
      help: 'write a project.yml from dbt_project.yml and the profile in profiles.yml',
    },
    skipProfileSetup: {
      kind: 'boolean',
      hasOpposite: false,
      short: 's',
      hasVariable: false,
      help: 'in a dbt project: leave profiles.yml alone',
    },
    skipDebug: {
      kind: 'boolean',
      hasOpposite: false,
      hasVariable: false,
      help: 'in a dbt project: do not try the connection',
    },
  },
  run: async (call) => {
    if (call.options.fromDbt) return (await import('../init-from-dbt.ts')).initFromDbt(call)
    return (await import('../init-project.ts')).initProject(call)
  },
})
