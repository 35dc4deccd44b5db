import { fromJs, hostFunction, Tuple, type Value } from '@btn/jinja'
import type { Json, JsonObject } from '../../types/index.ts'
import type { Context, Invocation, ProjectSettings } from '../context.ts'
import { toValue } from '../../yaml/index.ts'
import { lazyRecord, record } from '../values/record.ts'

/** What dbt's resolvers carry as `config`: the project's settings, and under `dependencies` those of each package. */
export function projectConfig(context: Context): Value {
  return settingsOf(context, context.invocation.rootPackage) ?? null
}

/** What templates may learn of a package from its own settings, as text that can be compared. */
export function settingsText({ packages }: Invocation, packageName: string): string | null {
  const own = packages.get(packageName)
  return own ? JSON.stringify(ownMembers(own)) : null
}

function settingsOf(context: Context, packageName: string): Value | undefined {
  const { packages, target, quoting } = context.invocation
  const own = packages.get(packageName)
  if (!own) return undefined
  context.onRead?.('project', packageName, settingsText(context.invocation, packageName))
  const dependencies = (): Value =>
    lazyRecord('dict', packages.keys(), (name) => settingsOf(context, name))
  const members: Readonly<Record<string, () => Value>> = {
    ...lazily(ownMembers(own)),
    vars: () => varProvider(own.vars.value),
    profile_name: () => fromJs(target['profile_name'] ?? null),
    target_name: () => fromJs(target['name'] ?? null),
    threads: () => fromJs(target['threads'] ?? null),
    credentials: () => fromJs(target),
    quoting: () => fromJs({ ...quoting }),
    args: () => commandLine(context),
    cli_vars: () => toValue(argument(context, 'vars') ?? {}),
    target_path: () => fromJs(argument(context, 'target_path') ?? 'target'),
    dependencies,
  }
  return lazyRecord('RuntimeConfig', Object.keys(members), (name) =>
    Object.hasOwn(members, name) ? members[name]?.() : undefined,
  )
}

/** The options as dbt carries them: in small letters and in capitals, with tuples for lists. */
function commandLine({ invocation, onRead }: Context): Value {
  onRead?.('flags', '', JSON.stringify(invocation.flags))
  onRead?.('args', '', JSON.stringify(invocation.args))
  const options = new Map<string, Json>()
  for (const [name, value] of Object.entries({ ...invocation.flags, ...invocation.args })) {
    options.set(name.toUpperCase(), value)
    options.set(name.toLowerCase(), value)
  }
  return lazyRecord('Flags', options.keys(), (name) => {
    const value = options.get(name)
    if (value === undefined) return undefined
    return Array.isArray(value) ? new Tuple(value.map(toValue)) : toValue(value)
  })
}

function argument({ invocation, onRead }: Context, name: string): Json | undefined {
  onRead?.('args', '', JSON.stringify(invocation.args))
  return invocation.args[name]
}

function ownMembers(own: ProjectSettings): JsonObject {
  return {
    project_name: own.name,
    version: own.version ?? null,
    project_root: own.root,
    model_paths: own.modelPaths,
    macro_paths: own.macroPaths,
    seed_paths: own.seedPaths,
    test_paths: own.testPaths,
    analysis_paths: own.analysisPaths,
    docs_paths: own.docsPaths,
    function_paths: own.functionPaths,
    snapshot_paths: own.snapshotPaths,
    vars: own.vars.value,
  }
}

function lazily(members: JsonObject): Readonly<Record<string, () => Value>> {
  const entries = Object.entries(members)
  return Object.fromEntries(entries.map(([name, value]) => [name, () => fromJs(value)]))
}

/** A project's variables as written, templates and all; those of the command line are in `cli_vars`. */
function varProvider(vars: JsonObject): Value {
  return record('VarProvider', {
    vars: toValue(vars),
    to_dict: hostFunction('to_dict', () => toValue(vars)),
  })
}
