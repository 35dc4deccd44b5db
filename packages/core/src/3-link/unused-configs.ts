import { diagnostic } from '@btn/diagnostics'
import type { ConfigTreeKey } from '../1-load/index.ts'
import type { JsonObject, Node, NodeKind } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import type { Linking } from './linking.ts'

/** The trees of settings whose paths dbt compares with what there is, and the kind of resource that each is for. */
const TREES: readonly (readonly [key: ConfigTreeKey, shown: string, kind: NodeKind])[] = [
  ['models', 'models', 'model'],
  ['seeds', 'seeds', 'seed'],
  ['snapshots', 'snapshots', 'snapshot'],
  ['sources', 'sources', 'source'],
  ['data_tests', 'data_tests', 'test'],
  ['unit_tests', 'unit_tests', 'unit_test'],
]

type Path = readonly string[]

/** Warns of settings by folder that no resource has. */
export function reportUnusedConfigs(
  linking: Linking,
  enabled: Iterable<Node>,
  disabled: Iterable<Node>,
): void {
  const { configs } = linking.project.rootPackage
  const fqns = new FqnIndex(enabled, disabled)
  const unused = TREES.flatMap(([key, shown, kind]) =>
    [...settingPaths(configs[key].unrendered, [])]
      .filter((path) => !fqns.hasBelow(kind, path))
      .map((path) => ({ key, path, text: [shown, ...path].join('.') })),
  )
  const [first] = unused
  if (!first) return
  const tree = configs[first.key].rendered
  const span = linking.project.sources.spanOf(tree.keyPlaceOf(first.path))
  const paths = unused.map(({ text }) => text)
  linking.diagnostics.push(diagnostic('config-path-unused', { paths }, { span }))
}

/** The paths at which something is set. As dbt reads it: a mapping is a setting only where its key has a `+`. */
function* settingPaths(tree: JsonObject, path: Path): Iterable<Path> {
  let isSet = false
  for (const [key, value] of Object.entries(tree)) {
    if (isObject(value) && !key.startsWith('+')) yield* settingPaths(value, [...path, key])
    else isSet = true
  }
  if (isSet) yield path
}

class FqnIndex {
  readonly #enabled = new Map<NodeKind, Path[]>()
  readonly #disabled: readonly Path[]

  constructor(enabled: Iterable<Node>, disabled: Iterable<Node>) {
    for (const { kind, fqn } of enabled) {
      const known = this.#enabled.get(kind)
      if (known) known.push(fqn)
      else this.#enabled.set(kind, [fqn])
    }
    this.#disabled = [...disabled].map(({ fqn }) => fqn)
  }

  /** True when a resource of the kind lies at the path or below it; what is disabled counts for every kind, as in dbt. */
  hasBelow(kind: NodeKind, path: Path): boolean {
    const isBelow = (fqn: Path): boolean => path.every((part, index) => fqn[index] === part)
    return (this.#enabled.get(kind) ?? []).some(isBelow) || this.#disabled.some(isBelow)
  }
}
