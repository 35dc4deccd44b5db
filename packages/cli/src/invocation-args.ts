import { createScrub } from './project.ts'
import type { JsonObject } from '@btn/core'
import type { Call } from './commands/command.ts'
import { givenFlags, readMapping } from './load-flags.ts'
import type { Opened, Wish } from './open-project.ts'
import { timeArgs } from './time-args.ts'

type Project = Opened['project']

/** What dbt leaves out when it is off. */
const LEFT_OUT_WHEN_OFF: ReadonlySet<string> = new Set([
  'debug',
  'fail_fast',
  'full_refresh',
  'log_cache_events',
  'single_threaded',
  'store_failures',
  'use_experimental_parser',
  'warn_error',
])

const SELECTING: ReadonlySet<Wish['which']> = new Set([
  'build',
  'clone',
  'compile',
  'freshness',
  'generate',
  'list',
  'run',
  'seed',
  'show',
  'snapshot',
  'test',
])
const OF_TYPES: ReadonlySet<Wish['which']> = new Set(['build', 'clone', 'list', 'test'])

const WITH_EMPTY: ReadonlySet<Wish['which']> = new Set([
  'build',
  'compile',
  'run',
  'seed',
  'snapshot',
])

/** What else dbt's commands have, when nothing is said. */
const DEFAULTS: { readonly [Which in Wish['which']]?: JsonObject } = {
  build: { export_saved_queries: false, include_saved_query: false, show: false },
  compile: { inject_ephemeral_ctes: true, output: 'text' },
  generate: { compile: true, empty_catalog: false, static: false },
  seed: { show: false },
  show: { limit: 5, output: 'text' },
}

/** The command line as `run_results.json` and `invocation_args_dict` have it: with dbt's keys, and its defaults. */
export function toArgs(project: Project, call: Call, which: Wish['which']): JsonObject {
  const { resource_type, exclude_resource_type, ...given }: Record<string, unknown> =
    givenFlags(call).value
  const { empty, ...flags } = project.flags
  const args = {
    ...flags,
    ...(WITH_EMPTY.has(which) && { empty }),
    ...DEFAULTS[which],
    ...(SELECTING.has(which) && { select: [], exclude: [] }),
    ...(OF_TYPES.has(which) && {
      resource_types: resource_type ?? [],
      exclude_resource_types: exclude_resource_type ?? [],
    }),
    ...given,
    project_dir: project.root,
    profiles_dir: project.profilesFolder,
    log_path: project.logPath,
    ...timeArgs(project.windows),
    vars: project.cliVars,
    which,
    ...(which === 'run-operation' && operationArgs(call)),
    invocation_command: ['btn', ...call.session.words].join(' '),
  }
  const told = Object.entries(args).filter(
    ([name, value]) => value !== false || !LEFT_OUT_WHEN_OFF.has(name),
  )
  const json: JsonObject = JSON.parse(JSON.stringify(Object.fromEntries(told)))
  return json
}

/** A variable named like a secret is one in what is written, not in what templates see. */
export function withoutSecrets(args: JsonObject, { cliVars }: Project): JsonObject {
  const scrub = createScrub({}, cliVars)
  return scrub.hasSecrets ? JSON.parse(scrub(JSON.stringify(args))) : args
}

/** What `run-operation` calls, and its arguments as data. */
function operationArgs({ argument, options }: Call<{ readonly args?: string }>) {
  const args = readMapping('--args', options.args).value
  return {
    ...(argument !== undefined && { macro: argument }),
    ...(options.args !== undefined && { args }),
  }
}
