import { fromJs, Tuple, type Value } from '@btn/jinja'
import type { Json } from '../../types/index.ts'
import type { Context, ProjectSettings } from '../context.ts'
import { lazyRecord } from '../values/record.ts'

/** What dbt's resolvers carry as `config`: the project's settings, and under `dependencies` those of each package. */
export function projectConfig(context: Context): Value {
  return settingsOf(context, context.invocation.rootPackage) ?? null
}

function settingsOf(context: Context, packageName: string): Value | undefined {
  const { packages, target, quoting, args } = context.invocation
  const own = packages.get(packageName)
  if (!own) return undefined
  const dependencies = (): Value =>
    lazyRecord('dict', packages.keys(), (name) => settingsOf(context, name))
  const members: Readonly<Record<string, () => Value>> = {
    project_name: () => own.name,
    version: () => own.version ?? null,
    project_root: () => own.root,
    ...pathMembers(own),
    profile_name: () => fromJs(target['profile_name'] ?? null),
    target_name: () => fromJs(target['name'] ?? null),
    threads: () => fromJs(target['threads'] ?? null),
    credentials: () => fromJs(target),
    quoting: () => fromJs({ ...quoting }),
    args: () => commandLine(context),
    cli_vars: () => fromJs(args['vars'] ?? {}),
    target_path: () => fromJs(args['target_path'] ?? 'target'),
    dependencies,
  }
  return lazyRecord('RuntimeConfig', Object.keys(members), (name) =>
    Object.hasOwn(members, name) ? members[name]?.() : undefined,
  )
}

/** The options as dbt carries them: in small letters and in capitals, with tuples for lists. */
function commandLine({ invocation, onRead }: Context): Value {
  onRead?.('flags', '', JSON.stringify(invocation.flags))
  const options = new Map<string, Json>()
  for (const [name, value] of Object.entries({ ...invocation.flags, ...invocation.args })) {
    options.set(name.toUpperCase(), value)
    options.set(name.toLowerCase(), value)
  }
  return lazyRecord('Flags', options.keys(), (name) => {
    const value = options.get(name)
    if (value === undefined) return undefined
    return Array.isArray(value) ? new Tuple(value.map(fromJs)) : fromJs(value)
  })
}

function pathMembers(own: ProjectSettings): Readonly<Record<string, () => Value>> {
  const list = (paths: readonly string[]) => () => [...paths]
  return {
    model_paths: list(own.modelPaths),
    macro_paths: list(own.macroPaths),
    seed_paths: list(own.seedPaths),
    test_paths: list(own.testPaths),
    analysis_paths: list(own.analysisPaths),
    docs_paths: list(own.docsPaths),
    function_paths: list(own.functionPaths),
    snapshot_paths: list(own.snapshotPaths),
  }
}
