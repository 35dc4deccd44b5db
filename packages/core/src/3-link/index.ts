import { diagnostic, findNearest, type Outcome, type Related } from '@btn/diagnostics'
import type { Project } from '../1-load/index.ts'
import type { ParseResult } from '../2-parse/index.ts'
import type {
  DataTest,
  Manifest,
  Node,
  NodeId,
  Place,
  RefCall,
  SourceCall,
} from '../types/index.ts'
import { linkAnalyses, linkInline, linkModels, linkSingularTests } from './code-nodes.ts'
import { linkGenericTests } from './generic-tests.ts'
import { linkGroups } from './groups.ts'
import { startLinking, type Linking } from './linking.ts'
import { linkMacros } from './macros.ts'
import { linkOperations } from './operations.ts'
import { sortTopologically } from './order.ts'
import { linkForeignKeys } from './foreign-keys.ts'
import { primaryKeys } from './primary-key.ts'
import { createLookup, type Lookup } from './resolve.ts'
import { linkSeeds } from './seeds.ts'
import { linkSources } from './sources.ts'

export interface LinkResult {
  readonly manifest: Manifest
  readonly lookup: Lookup
  /** The node of `--inline`. */
  readonly inline?: NodeId | undefined
  /** Why a node's SQL can only be rendered while running: what of the database it asks; undefined when nothing. */
  asksDatabase(node: Node): string | undefined
  findDoc(packageName: string, name: string): string | undefined
}

/** Phase 3: the files become one graph. */
export function link(project: Project, parsed: ParseResult): Outcome<LinkResult> {
  const linking = startLinking(project, parsed)
  linkSources(linking)
  linkSeeds(linking)
  linkModels(linking)
  linkAnalyses(linking)
  linkSingularTests(linking)
  linkGenericTests(linking)
  linkOperations(linking)
  const inline = linkInline(linking)
  linkGroups(linking)
  const { enabled, disabled } = separate(linking)
  const lookup = createLookup(enabled.values(), [...disabled.values()].flat(), project.name)
  const graph = connect(linking, enabled, disabled, lookup)
  reportSharedRelations(linking, graph.nodes)
  const macros = linkMacros(linking)
  const manifest: Manifest = {
    projectName: project.name,
    adapterType: parsed.invocation.adapterType,
    ...graph,
    disabled,
    macros,
    docs: linking.docs,
    groups: linking.groups,
    selectors: project.selectors?.value ?? {},
  }
  const value: LinkResult = {
    manifest,
    lookup,
    inline,
    asksDatabase: (node) => findAsk(linking, manifest, node),
    findDoc: (packageName, name) => linking.descriptions.find(packageName, name)?.contents,
  }
  return { value, diagnostics: linking.diagnostics }
}

type Nodes = Map<NodeId, Node>
type Disabled = Map<NodeId, Node[]>

function separate(linking: Linking): { readonly enabled: Nodes; readonly disabled: Disabled } {
  const enabled: Nodes = new Map()
  const disabled: Disabled = new Map()
  for (const node of linking.nodes) {
    if (node.config['enabled'] === false) {
      const others = disabled.get(node.id)
      if (others) others.push(node)
      else disabled.set(node.id, [node])
      continue
    }
    const first = enabled.get(node.id)
    if (first) reportDuplicate(linking, node, first)
    else enabled.set(node.id, node)
  }
  return { enabled, disabled }
}

/** Where a node begins, for messages about the node as a whole. */
function placeOf(node: Node): Place {
  if (node.kind === 'source') return node.place
  if (node.kind === 'test' && node.generic) return node.generic.place
  return { file: node.file, start: 0, end: 0 }
}

function related(linking: Linking, node: Node, message: string): Related {
  return { span: linking.project.sources.spanOf(placeOf(node)), message }
}

function reportDuplicate(linking: Linking, node: Node, first: Node): void {
  linking.diagnostics.push(
    diagnostic(
      'duplicate-node',
      { kind: node.kind, name: node.name },
      {
        span: linking.project.sources.spanOf(placeOf(node)),
        related: [related(linking, first, 'the first one is here')],
      },
    ),
  )
}

interface Graph {
  readonly nodes: Nodes
  readonly parents: ReadonlyMap<NodeId, readonly NodeId[]>
  readonly children: ReadonlyMap<NodeId, readonly NodeId[]>
  readonly order: readonly NodeId[]
}

function connect(linking: Linking, enabled: Nodes, disabled: Disabled, lookup: Lookup): Graph {
  const nodes: Nodes = new Map()
  const parents = new Map<NodeId, readonly NodeId[]>()
  const children = new Map<NodeId, NodeId[]>()
  for (const node of enabled.values()) {
    const resolved =
      node.kind === 'source' || node.kind === 'seed' ? [] : resolveParents(linking, node, lookup)
    if (resolved === undefined) {
      const others = disabled.get(node.id) ?? []
      disabled.set(node.id, [...others, node])
      continue
    }
    const keys = node.kind === 'model' ? linkForeignKeys(linking, node, lookup) : []
    const all = [...new Set([...resolved, ...keys])]
    parents.set(node.id, all)
    nodes.set(node.id, withParents(linking, node, all, lookup))
  }
  for (const id of nodes.keys()) children.set(id, [])
  for (const [id, list] of parents) for (const parent of list) children.get(parent)?.push(id)
  const { order, cycle } = sortTopologically(nodes.keys(), parents, children)
  if (cycle) reportCycle(linking, nodes, cycle, lookup)
  for (const [id, key] of primaryKeys(nodes)) {
    const node = nodes.get(id)
    if (node?.kind === 'model') complete(node, { primaryKey: key })
  }
  return { nodes, parents, children, order }
}

/** Fills in what only the whole graph tells. The nodes are still this phase's own; nobody has seen them. */
function complete<N extends Node>(node: N, found: Partial<N>): N {
  return Object.assign(node, found)
}

function withParents(
  linking: Linking,
  node: Node,
  parents: readonly NodeId[],
  lookup: Lookup,
): Node {
  if (node.kind === 'source' || node.kind === 'seed') return node
  const dependsOn = { nodes: parents, macros: node.dependsOn.macros }
  if (node.kind !== 'test' || !node.generic) return complete(node, { dependsOn })
  const attached = attachedNode(node, lookup)
  if (!attached) return complete(node, { dependsOn })
  const group = attached.kind === 'model' ? attached.group : undefined
  return complete(node, {
    dependsOn,
    generic: { ...node.generic, attachedNode: attached.id },
    ...(group !== undefined && { group }),
  })
}

/** The model or seed under whose entry the test stands. */
function attachedNode(test: DataTest, lookup: Lookup): Node | undefined {
  const [yamlKey, name = ''] = splitOnce(test.generic?.fileKeyName ?? '')
  if (yamlKey === 'sources') return undefined
  const own = test.refs.find((ref) => ref.name === name)
  const found = lookup.findRef(test.packageName, name, undefined, own?.version)
  return found === 'disabled' ? undefined : found
}

function splitOnce(text: string): readonly [string, string] {
  const dot = text.indexOf('.')
  return [text.slice(0, dot), text.slice(dot + 1)]
}

type Referring = Exclude<Node, { readonly kind: 'source' | 'seed' }>

/** Undefined when the node cannot stay in the graph: a test of something that is not there. */
function resolveParents(
  linking: Linking,
  node: Referring,
  lookup: Lookup,
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
    parents.add(found.id)
  }
  return [...parents]
}

function reportMissingRef(
  linking: Linking,
  node: Referring,
  call: RefCall,
  isDisabled: boolean,
  lookup: Lookup,
): void {
  const where = { span: linking.project.sources.spanOf(call.place) }
  const params = { name: call.name, nearest: findNearest(call.name, lookup.refNames()) }
  if (node.kind === 'test') {
    // dbt leaves such a test out: a test of a disabled model says nothing at all, another one warns.
    if (!isDisabled)
      linking.diagnostics.push(
        diagnostic('test-target-not-found', { ...params, test: node.name }, where),
      )
    return
  }
  linking.diagnostics.push(diagnostic(isDisabled ? 'ref-disabled' : 'ref-not-found', params, where))
}

function reportMissingSource(
  linking: Linking,
  node: Referring,
  call: SourceCall,
  isDisabled: boolean,
  lookup: Lookup,
): void {
  const where = { span: linking.project.sources.spanOf(call.place) }
  const name = `${call.source}.${call.table}`
  const params = { name, nearest: findNearest(name, lookup.sourceNames()) }
  if (node.kind === 'test') {
    if (!isDisabled)
      linking.diagnostics.push(
        diagnostic('test-target-not-found', { ...params, test: node.name }, where),
      )
    return
  }
  linking.diagnostics.push(
    diagnostic(isDisabled ? 'source-disabled' : 'source-not-found', params, where),
  )
}

/** Private models are for their group, protected ones for their package (where packages restrict access). */
function checkAccess(linking: Linking, node: Referring, found: Node, call: RefCall): void {
  if (found.kind !== 'model') return
  const isOtherGroup =
    found.access === 'private' && found.group !== undefined && found.group !== node.group
  const owner = linking.project.packages.get(found.packageName)
  const isOtherPackage =
    found.access !== 'public' &&
    found.packageName !== node.packageName &&
    owner?.restrictAccess === true
  if (!isOtherGroup && !isOtherPackage) return
  const group = found.group ?? found.packageName
  linking.diagnostics.push(
    diagnostic(
      'ref-not-allowed',
      { name: found.name, access: found.access, owner: group },
      { span: linking.project.sources.spanOf(call.place) },
    ),
  )
}

function reportCycle(
  linking: Linking,
  nodes: Nodes,
  cycle: readonly NodeId[],
  lookup: Lookup,
): void {
  // The walk went from child to parent; people read from parent to child.
  const path = [...cycle].reverse()
  const places = path.slice(1).flatMap((id, index) => {
    const child = nodes.get(id)
    const parent = nodes.get(path[index] ?? id)
    if (!child || !parent || child.kind === 'source' || child.kind === 'seed') return []
    const call = child.refs.find((ref) => {
      const found = lookup.findRef(child.packageName, ref.name, ref.package, ref.version)
      return found !== 'disabled' && found?.id === parent.id
    })
    const span = linking.project.sources.spanOf(call?.place ?? placeOf(child))
    return [{ span, message: `${child.name} refers to ${parent.name}` }]
  })
  const [first, ...rest] = places
  linking.diagnostics.push(
    diagnostic(
      'dependency-cycle',
      { path: path.map((id) => nodes.get(id)?.name ?? id) },
      { span: first?.span, related: rest },
    ),
  )
}

/** Two nodes that would be stored under one name. */
function reportSharedRelations(linking: Linking, nodes: Nodes): void {
  const owners = new Map<string, Node>()
  for (const node of nodes.values()) {
    if (node.kind !== 'model' && node.kind !== 'seed') continue
    if (node.relationName === undefined) continue
    const key = node.relationName.toLowerCase()
    const other = owners.get(key)
    if (!other) owners.set(key, node)
    else {
      linking.diagnostics.push(
        diagnostic(
          'relation-shared',
          { first: other.id, second: node.id, relation: node.relationName },
          {
            span: linking.project.sources.spanOf(placeOf(node)),
            related: [related(linking, other, 'the other one is here')],
          },
        ),
      )
    }
  }
}

/** The first question to the database that the node's template, or a macro that it reaches, contains. */
function findAsk(linking: Linking, manifest: Manifest, node: Node): string | undefined {
  const own = linking.askedBy.get(node.id)
  if (!own || node.kind === 'source' || node.kind === 'seed') return undefined
  if (own.asks[0] !== undefined) return own.asks[0]
  const { macros } = linking.parsed
  const seen = new Set<string>()
  const waiting = own.calls.flatMap((call) => {
    const dot = call.indexOf('.')
    const macro =
      dot < 0
        ? macros.find(call, node.packageName)
        : macros.findIn(call.slice(0, dot), call.slice(dot + 1))
    return macro ? [macro.id] : []
  })
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const ask = linking.parsed.asksOf(id)
    if (ask !== undefined) return ask
    waiting.push(...(manifest.macros.get(id)?.dependsOn ?? []))
  }
  return undefined
}
