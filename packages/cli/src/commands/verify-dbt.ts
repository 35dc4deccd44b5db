import { command } from './command.ts'

export const verifyDbt = command({
  name: 'verify-dbt',
  summary: 'Run dbt and btn on the same project and show where they differ',
  description:
    'Runs the same commands with dbt and with btn, each with a copy of the databases of the target, and compares what they made: exit codes, nodes, results, compiled SQL, relations row by row. Files that models export are written where the project says, by both.',
  examples: [
    { line: 'btn verify-dbt', what: 'dbt build beside btn build' },
    {
      line: "btn verify-dbt --dbt ~/venv/bin/dbt --step seed --step 'run --select +orders' --step test",
      what: 'other commands, and a dbt that is not on the path',
    },
    { line: 'btn verify-dbt --record dbt.json', what: 'keep what dbt made' },
    { line: 'btn verify-dbt --against dbt.json', what: 'compare with that, where there is no dbt' },
  ],
  options: {
    dbt: { kind: 'text', value: '<path>', hasVariable: false, help: 'the dbt to run (dbt)' },
    step: {
      kind: 'list',
      value: '<command...>',
      hasVariable: false,
      help: 'what to run, in order (build); {previous} is the folder of the artifacts of the step before',
    },
    record: {
      kind: 'text',
      value: '<file>',
      hasVariable: false,
      help: 'write what dbt made to a file',
    },
    against: {
      kind: 'text',
      value: '<file>',
      hasVariable: false,
      help: 'compare with such a file instead of running dbt',
    },
    keep: {
      kind: 'boolean',
      hasVariable: false,
      help: 'leave the two folders with databases and artifacts, and say where they are',
    },
    output: {
      kind: 'choice',
      value: '<form>',
      choices: ['text', 'json'],
      hasVariable: false,
      help: 'form of the report (text)',
    },
  },
  run: async (call) => (await import('../verify-dbt.ts')).verifyWithDbt(call),
})
