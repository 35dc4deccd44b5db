import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Usage')

const manifestProblems = {
  missing: 'manifest.json is missing',
  'not-json': 'manifest.json is no JSON',
  'not-an-artifact': 'manifest.json is no manifest of dbt or btn',
  'too-old': 'manifest.json is older than dbt 0.21',
} as const

/** Wrong usage of the command line. */
export const cliCodes = {
  'args-with-sql': error(
    () => '--args cannot be used with --sql; pass arguments directly in the SQL',
  ),
  'clean-outside-project': error(
    (p: { readonly path: string }) => `${p.path} lies outside the project and is not cleaned`,
    {
      family: 'Runtime Error',
      fact: (p) =>
        `dbt will not clean the following directories outside the project: ['${p.path}']`,
      hint: () =>
        'Take it out of clean-targets, or say --no-clean-project-files-only if it really shall go.',
    },
  ),
  'clean-old-install-path': warning(
    () => 'The default package install path has changed from `dbt_modules` to `dbt_packages`.',
    {
      hint: () =>
        'Change "clean-targets" and .gitignore, or keep the old folder: "packages-install-path: dbt_modules".',
      dbt: { name: 'PackageInstallPathDeprecation', code: 'D002' },
      data: () => ({}),
    },
  ),
  'clean-protected': error(
    (p: { readonly path: string }) => `${p.path} holds files of the project and is not cleaned`,
    {
      family: 'Runtime Error',
      fact: (p) => `dbt will not clean the following source paths: ['${p.path}']`,
      hint: () => 'Take it out of clean-targets.',
    },
  ),
  'command-not-supported': error(
    (p: { readonly command: string; readonly reason: string }) =>
      `"${p.command}" is not supported: ${p.reason}`,
    { hint: () => 'btn --help lists what btn can do, docs/dbt.md what it cannot.' },
  ),
  'database-not-removed': error(
    (p: { readonly path: string }) => `${p.path} is a database, and nobody said yes to removing it`,
    { family: 'Runtime Error', hint: () => 'Add --yes where no one can answer.' },
  ),
  'dbt-not-found': error(
    (p: { readonly command: string; readonly problem: string }) =>
      `"${p.command}" cannot be started: ${p.problem}`,
    {
      family: 'Runtime Error',
      hint: () =>
        'Say where dbt is with --dbt, or compare with a recording of it: --against recording.json.',
    },
  ),
  'dbt-project-needed': error(
    (p: { readonly file: string }) => `dbt cannot run this project: its settings are in ${p.file}`,
    {
      family: 'Runtime Error',
      hint: () => 'dbt reads dbt_project.yml and profiles.yml only.',
    },
  ),
  'docs-artifact-unreadable': warning(
    (p: { readonly file: string }) =>
      `${p.file} is no artifact that can be read: the site is without it`,
    {
      family: 'Runtime Error',
      hint: () => 'The command that writes it was perhaps stopped half-way: run it again.',
    },
  ),
  'docs-folder-taken': error(
    (p: { readonly folder: string }) =>
      `${p.folder} is there already, and no part of a site that btn wrote: it is not replaced`,
    { family: 'Runtime Error', hint: () => 'Name an empty folder with --output.' },
  ),
  'docs-no-manifest': error(
    (p: {
      readonly folder: string
      readonly problem: 'missing' | 'not-json' | 'not-an-artifact' | 'too-old'
    }) => `${p.folder} has no site to show: ${manifestProblems[p.problem]}`,
    {
      family: 'Runtime Error',
      hint: () => 'btn docs generate writes one, and so do btn parse and dbt parse.',
    },
  ),
  'docs-port-taken': error(
    (p: { readonly host: string; readonly port: number; readonly problem: string }) =>
      `cannot serve at ${p.host}:${p.port}: ${p.problem}`,
    { family: 'Runtime Error', hint: () => 'Name another one with --port and --host.' },
  ),
  'file-not-written': error(
    (p: { readonly path: string; readonly problem: string }) =>
      `${p.path} cannot be read or written: ${p.problem}`,
    {
      family: 'Runtime Error',
      hint: () =>
        'Make room for it there, or choose another folder with --target-path or --log-path.',
    },
  ),
  'folder-not-empty': error(
    (p: { readonly folder: string; readonly file: string }) =>
      `${p.folder} already has ${p.file}; nothing was written`,
    { family: 'Runtime Error', hint: () => 'Choose another name: btn init <name>.' },
  ),
  'init-profile-given': error(
    () => 'Can not init existing project with specified profile, edit dbt_project.yml instead',
    {
      family: 'Runtime Error',
      hint: () => 'Without --profile, the profile that it names is set up.',
    },
  ),
  'init-profile-missing': error(
    (p: { readonly name: string; readonly path: string }) =>
      `Could not find profile named '${p.name}' in ${p.path}`,
    { family: 'Runtime Error' },
  ),
  'init-unanswered': error(
    (p: { readonly key: string }) => `profile_template.yml asks for "${p.key}", and nobody answers`,
    {
      family: 'Runtime Error',
      hint: () => 'Run "btn init" in a terminal, or write profiles.yml yourself.',
    },
  ),
  'event-times-swapped': error(
    (p: { readonly start: string; readonly end: string }) =>
      `--event-time-end ${p.end} does not come after --event-time-start ${p.start}`,
    { fact: () => 'Value for `--event-time-start` must be less than `--event-time-end`' },
  ),
  'invalid-option-value': error(
    (p: { readonly option: string; readonly value: string; readonly expected: string }) =>
      `${p.option} cannot be "${p.value}": ${p.expected} expected`,
  ),
  'log-not-writable': warning(
    (p: { readonly path: string; readonly problem: string }) =>
      `the log file ${p.path} cannot be written: ${p.problem}`,
    { hint: () => 'Choose another folder with --log-path.' },
  ),
  'missing-argument': error(
    (p: { readonly command: string; readonly argument: string }) =>
      `btn ${p.command} needs ${p.argument}`,
  ),
  'inline-query': error(
    (_: { readonly why: string }) => 'the query of --inline cannot be compiled',
    {
      family: 'Runtime Error',
      fact: () => 'Error parsing inline query',
      dbt: { name: 'ParseInlineNodeError', code: 'I069' },
      data: (p) => ({ exc: p.why }),
    },
  ),
  'introspection-off': error(() => 'a template asks the database, which --no-introspect forbids', {
    family: 'Runtime Error',
    fact: () => 'connection never acquired for thread: --no-introspect',
    hint: () => 'Run without it.',
  }),
  'missing-option-value': error(
    (p: { readonly option: string }) => `${p.option} needs a value after it`,
  ),
  'operation-missing': error(() => 'Either a macro name or --sql must be passed to run-operation', {
    family: 'Runtime Error',
    hint: () => `btn run-operation <macro>, or btn run-operation --sql "<sql>"`,
  }),
  'operation-not-found': error(
    (p: { readonly name: string; readonly nearest?: string | undefined }) =>
      `dbt could not find a macro with the name '${p.name}' in any package`,
    { family: 'Compilation Error', hint: (p) => didYouMean(p.nearest) },
  ),
  'option-needs-option': error(
    (p: { readonly given: string; readonly missing: string }) =>
      `${p.given} was specified without ${p.missing}`,
    {
      fact: (p) => `When specifying \`${p.given}\`, \`${p.missing}\` must also be present.`,
      hint: ({ missing }) => `Give ${missing}, too.`,
    },
  ),
  'option-not-supported': error(
    (p: { readonly option: string }) => `btn does not have ${p.option} yet`,
    { hint: () => 'Run without it, or see CHANGELOG.md for what is new.' },
  ),
  'recording-unreadable': error(
    (p: { readonly path: string; readonly problem: string }) =>
      `${p.path} is no recording of dbt: ${p.problem}`,
    { family: 'Runtime Error', hint: () => 'btn verify-dbt --record writes one.' },
  ),
  'option-models-old': warning(
    () => 'Usage of `--models`, `--model`, and `-m` is deprecated in favor of `--select` or `-s`.',
    { dbt: { name: 'ModelParamUsageDeprecation', code: 'D032' }, data: () => ({}) },
  ),
  'catalog-incomplete': warning(
    (p: { readonly problem: string }) => `the catalogue lacks what could not be read: ${p.problem}`,
    {
      family: 'Compilation Error',
      fact: (p) => `Encountered an error while generating catalog: ${p.problem}`,
      dbt: { name: 'CatalogGenerationError', code: 'E040' },
      data: (p) => ({ exc: p.problem }),
    },
  ),
  'options-conflict': error(
    (p: { readonly first: string; readonly second: string }) =>
      `${p.first} and ${p.second} cannot be used together`,
    {
      fact: (p) => `${p.second.slice(2)}: not allowed with argument ${p.first.slice(2)}`,
    },
  ),
  'selection-missing': error(
    (p: { readonly command: string }) => `btn ${p.command} needs to know what to ${p.command}`,
    {
      family: 'Runtime Error',
      fact: (p) => `Either --select or --inline must be passed to ${p.command}`,
      hint: (p) => `btn ${p.command} --select <node>, or btn ${p.command} --inline "<sql>"`,
    },
  ),
  'unexpected-argument': error(
    (p: { readonly argument: string; readonly command: string }) =>
      `btn ${p.command} takes no argument "${p.argument}"`,
    { hint: (p) => `To select nodes: btn ${p.command} --select ${p.argument}` },
  ),
  'strict-option': error(
    (p: { readonly option: string; readonly instead: string }) =>
      `${p.option} is not there in strict mode: ${p.instead}`,
  ),
  'unknown-command': error(
    (p: { readonly command: string; readonly nearest?: string | undefined }) =>
      `btn has no command "${p.command}"`,
    { hint: (p) => didYouMean(p.nearest) ?? 'btn --help lists them.' },
  ),
  'unknown-option': error(
    (p: {
      readonly option: string
      readonly command: string
      readonly nearest?: string | undefined
    }) => `btn ${p.command} has no option ${p.option}`,
    { hint: (p) => didYouMean(p.nearest) ?? `btn ${p.command} --help lists them.` },
  ),
}
