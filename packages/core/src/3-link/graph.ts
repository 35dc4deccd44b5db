import { isDescribed } from '../described/is-described.ts'
import type { AuditCall, DataTest, GenericTest, Node, NodeId } from '../types/index.ts'
import { resolveForeignKeys } from './foreign-keys.ts'
import type { Linking } from './linking.ts'
import {
  checkAccess,
  refers,
  reportCycle,
  reportMissingFunction,
  reportMissingMetric,
  reportMissingRef,
  reportMissingSource,
  reportRootParent,
  type Referring,
} from './mistakes.ts'
import { sortTopologically } from './order.ts'
import { primaryKeys } from './primary-key.ts'
import type { Lookup } from '../context/lookup.ts'

export type Nodes = Map<NodeId, Node>
export type Disabled = Map<NodeId, Node[]>

export interface Graph {
  readonly nodes: Nodes
  readonly parents: ReadonlyMap<NodeId, readonly NodeId[]>
  readonly children: ReadonlyMap<NodeId, readonly NodeId[]>
  readonly order: readonly NodeId[]
  /** Tests of something that is not there, or switched off. */
  readonly dangling: readonly Node[]
}

/** References become edges; tests of what is not there are set aside. */
export function connect(
  linking: Linking,
  enabled: Nodes,
  disabled: Disabled,
  lookup: Lookup,
): Graph {
  const nodes: Nodes = new Map()
  const parents = new Map<NodeId, readonly NodeId[]>()
  const children = new Map<NodeId, NodeId[]>()
  const dangling: Node[] = []
  const off = [...disabled.values()].flat()
  const offByName = new Map(off.toReversed().map((node) => [node.name, node]))
  for (const node of [...off, ...enabled.values()]) {
    if (node.kind === 'test' && node.generic) attach(node, node.generic, { lookup, offByName })
  }
  for (const node of enabled.values()) {
    const resolved = refers(node)
      ? resolveParents(linking, node, lookup, enabled)
      : ownParents(node)
    if (resolved === undefined) {
      dangling.push(switchedOff(node, lookup))
      continue
    }
    if (node.kind === 'model') resolveForeignKeys(node, lookup)
    parents.set(node.id, resolved)
    nodes.set(node.id, withParents(node, resolved))
  }
  for (const id of nodes.keys()) children.set(id, [])
  for (const [id, list] of parents) for (const parent of list) children.get(parent)?.push(id)
  const { order, cycles } = sortTopologically(nodes.keys(), parents, children)
  for (const cycle of cycles) reportCycle(linking, nodes, cycle, lookup)
  for (const [id, key] of primaryKeys(nodes, off)) {
    const node = nodes.get(id)
    if (node?.kind === 'model') complete(node, { primaryKey: key })
  }
  return { nodes, parents, children, order, dangling }
}

/** Unit tests, loads and what is described were made with their parents; seeds wait for nothing. */
function ownParents(node: Exclude<Node, Referring>): readonly NodeId[] {
  if (node.kind === 'source') return node.dependsOn?.nodes ?? []
  return node.kind === 'unit_test' || isDescribed(node) ? node.dependsOn.nodes : []
}

/** A test of something that is not there, with those parents that are. */
function switchedOff(node: Node, lookup: Lookup): Node {
  const config = { ...node.config, enabled: false }
  if (node.kind !== 'test') return { ...node, config }
  const found = [
    ...node.sources.map((it) => lookup.findSource(node.packageName, it.source, it.table)),
    ...node.refs.map((it) => lookup.findRef(node.packageName, it.name, it.package, it.version)),
  ].flatMap((it) => (it && it !== 'disabled' ? [it.id] : []))
  return { ...node, config, dependsOn: { ...node.dependsOn, nodes: [...new Set(found)] } }
}

/** Fills in what only the whole graph tells. The nodes are still this phase's own; nobody has seen them. */
function complete<N extends Node>(node: N, found: Partial<N>): N {
  return Object.assign(node, found)
}

function withParents(node: Node, parents: readonly NodeId[]): Node {
  if (!refers(node)) return node
  return complete(node, { dependsOn: { nodes: parents, macros: node.dependsOn.macros } })
}

/** A test belongs to the group of what it is about, whatever its own settings say, and may look at what only the group may see. */
function attach(test: DataTest, generic: GenericTest, known: Attachable): void {
  const attached = attachedNode(test, known)
  if (!attached) return
  complete(test, { generic: { ...generic, attachedNode: attached.id } })
  const group = 'group' in attached ? attached.group : undefined
  complete(test, { group })
}

interface Attachable {
  readonly lookup: Lookup
  /** What is switched off. */
  readonly offByName: ReadonlyMap<string, Node>
}

/** The model or seed under whose entry the test stands. As in dbt, one of another package than the entry is none, unless it is off. */
function attachedNode(test: DataTest, { lookup, offByName }: Attachable): Node | undefined {
  const [yamlKey, name = ''] = splitOnce(test.generic?.fileKeyName ?? '')
  if (yamlKey === 'sources') return undefined
  const own = test.refs.find((ref) => ref.name === name)
  const found = lookup.findRef(test.packageName, name, test.packageName, own?.version)
  return found === 'disabled' || found === undefined ? offByName.get(name) : found
}

function splitOnce(text: string): readonly [string, string] {
  const dot = text.indexOf('.')
  return [text.slice(0, dot), text.slice(dot + 1)]
}

/** Undefined when the node cannot stay in the graph: a test of something that is not there. */
function resolveParents(
  linking: Linking,
  node: Referring,
  lookup: Lookup,
  nodes: Nodes,
): readonly NodeId[] | undefined {
  const parents = new Set<NodeId>()
  // Sources come before refs, as in dbt.
  for (const call of node.sources) {
    const found = lookup.findSource(node.packageName, call.source, call.table)
    if (found === undefined || found === 'disabled') {
      reportMissingSource(linking, node, call, found === 'disabled', lookup)
      if (node.kind === 'test') return undefined
      continue
    }
    parents.add(found.id)
  }
  for (const call of node.refs) {
    const found = lookup.findRef(node.packageName, call.name, call.package, call.version)
    if (found === undefined || found === 'disabled') {
      reportMissingRef(linking, node, call, found === 'disabled', lookup)
      if (node.kind === 'test') return undefined
      continue
    }
    checkAccess(linking, node, found, call)
    reportRootParent(linking, { node, parent: found, call })
    parents.add(found.id)
  }
  for (const call of node.metrics ?? []) {
    const found = lookup.findMetric(node.packageName, call.name, call.package)
    if (found !== undefined && found !== 'disabled') parents.add(found.id)
    else reportMissingMetric(linking, call, found === 'disabled', lookup)
  }
  for (const call of node.functions ?? []) {
    const found = lookup.findFunction(node.packageName, call.name, call.package)
    if (found !== undefined && found !== 'disabled') parents.add(found.id)
    else reportMissingFunction(linking, call, found === 'disabled', lookup)
  }
  for (const id of node.audits ? auditedBefore(node, node.audits, nodes) : []) parents.add(id)
  return [...parents]
}

const ofLoads: ReadonlySet<string> = new Set(['loads', 'last_loads', 'partitions'])

const ofMonitors: ReadonlySet<string> = new Set(['monitors', 'last_monitors'])

/** Who reads of the audit log what loads write, or monitors, comes after all of them; monitors do not wait for each other. */
function* auditedBefore(
  { kind }: Node,
  audits: readonly AuditCall[],
  nodes: Nodes,
): Iterable<NodeId> {
  const readsLoads = audits.some(({ table }) => ofLoads.has(table))
  const readsMonitors = kind !== 'monitor' && audits.some(({ table }) => ofMonitors.has(table))
  for (const node of nodes.values()) {
    if (node.kind === 'monitor' ? readsMonitors : readsLoads && node.kind === 'source' && node.load)
      yield node.id
  }
}
