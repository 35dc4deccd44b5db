import type { Lookup } from '../context/lookup.ts'
import type { Metric, Node } from '../types/index.ts'
import { nameOf } from '../names/heard-of.ts'

type ByPackage = ReadonlyMap<string, Node>
const REFERABLE = new Set<Node['kind']>(['model', 'seed', 'snapshot'])

export interface LookupOptions {
  readonly rootPackage: string
  /** A package finds its own nodes before those of the root (`require_ref_searches_node_package_before_root`). */
  readonly prefersOwnPackage: boolean
}

/** Metrics are made when other nodes can be found already. */
export interface GrowingLookup extends Lookup {
  learnMetric(node: Metric, isDisabled: boolean): void
}

/** dbt's rules: the named package; else the root project, the package of the caller, then any other. */
export function createLookup(
  nodes: Iterable<Node>,
  disabled: Iterable<Node>,
  options: LookupOptions,
): GrowingLookup {
  const { rootPackage } = options
  const refs = new Map<string, Map<string, Node>>()
  const sources = new Map<string, Node>()
  const functions = new Map<string, Map<string, Node>>()
  const metrics = new Map<string, Map<string, Node>>()
  for (const node of nodes) {
    if (node.kind === 'source')
      sources.set(sourceKey(node.packageName, node.sourceName, node.name), node)
    else if (node.kind === 'function') addRef(functions, node)
    else if (REFERABLE.has(node.kind)) addRef(refs, node)
  }
  const off = new Set<string>()
  for (const node of disabled) {
    off.add(offKey(node))
  }
  return {
    findRef(fromPackage, name, packageName, version) {
      const found = refs.get(version === undefined ? name : `${name}.v${version}`)
      const node = found && pick(found, packageName, fromPackage, options)
      return node ?? (off.has(`ref ${name}`) ? 'disabled' : undefined)
    },
    findSource(fromPackage, source, table) {
      const inOwn = sources.get(sourceKey(fromPackage, source, table))
      const found =
        inOwn ?? sources.get(sourceKey(rootPackage, source, table)) ?? anySource(source, table)
      return found ?? (off.has(`source ${source}.${table}`) ? 'disabled' : undefined)
    },
    findFunction(fromPackage, name, packageName) {
      const found = functions.get(name)
      const node = found && pick(found, packageName, fromPackage, options)
      return node ?? (off.has(`function ${name}`) ? 'disabled' : undefined)
    },
    findMetric(fromPackage, name, packageName) {
      const found = metrics.get(name)
      const node = found && pick(found, packageName, fromPackage, options)
      return node ?? (off.has(`metric ${name}`) ? 'disabled' : undefined)
    },
    learnMetric(node, isDisabled) {
      if (isDisabled) off.add(offKey(node))
      else addRef(metrics, node)
    },
    metricNames: () => metrics.keys(),
    functionNames: () => functions.keys(),
    refNames: () => refs.keys(),
    sourceNames: () => [...sources.values()].map(nameOf),
  }

  function anySource(source: string, table: string): Node | undefined {
    for (const node of sources.values()) {
      if (node.kind === 'source' && node.sourceName === source && node.name === table) return node
    }
    return undefined
  }
}

function offKey(node: Node): string {
  if (node.kind === 'source') return `source ${node.sourceName}.${node.name}`
  const kind = node.kind === 'function' || node.kind === 'metric' ? node.kind : 'ref'
  return `${kind} ${node.name}`
}

function sourceKey(packageName: string, source: string, table: string): string {
  return `${packageName}\n${source}\n${table}`
}

/** A versioned model is found by `name.v2`, and without a version when it is the latest. */
function addRef(refs: Map<string, Map<string, Node>>, node: Node): void {
  const names = [node.name]
  if (node.kind === 'model' && node.version !== undefined) {
    names[0] = `${node.name}.v${node.version}`
    if (node.version === node.latestVersion) names.push(node.name)
  }
  for (const name of names) {
    let byPackage = refs.get(name)
    if (!byPackage) refs.set(name, (byPackage = new Map()))
    byPackage.set(node.packageName, node)
  }
}

function pick(
  found: ByPackage,
  packageName: string | undefined,
  fromPackage: string,
  { rootPackage, prefersOwnPackage }: LookupOptions,
): Node | undefined {
  if (packageName !== undefined) return found.get(packageName)
  const [near, next] = prefersOwnPackage ? [fromPackage, rootPackage] : [rootPackage, fromPackage]
  return found.get(near) ?? found.get(next) ?? found.values().next().value
}
