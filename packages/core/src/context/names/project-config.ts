import { fromJs, type Value } from '@btn/jinja'
import type { Context, ProjectSettings } from '../context.ts'
import { lazyRecord } from '../values/record.ts'

type Invocation = Context['invocation']

/** What dbt's resolvers carry as `config`: the project's settings, and under `dependencies` those of each package. */
export function projectConfig(invocation: Invocation): Value {
  return settingsOf(invocation, invocation.rootPackage) ?? null
}

function settingsOf(invocation: Invocation, packageName: string): Value | undefined {
  const { packages, target, quoting } = invocation
  const own = packages.get(packageName)
  if (!own) return undefined
  const dependencies = (): Value =>
    lazyRecord('dict', packages.keys(), (name) => settingsOf(invocation, name))
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
    dependencies,
  }
  return lazyRecord('RuntimeConfig', Object.keys(members), (name) =>
    Object.hasOwn(members, name) ? members[name]?.() : undefined,
  )
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
