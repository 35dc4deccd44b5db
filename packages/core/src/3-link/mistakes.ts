import { diagnostic, findNearest, type Related } from '@btn/diagnostics'
import { isDescribed } from '../described/is-described.ts'
import type { DescribedNode, Node, NodeId, Place, RefCall, SourceCall } from '../types/index.ts'
import { nameOf } from '../names/heard-of.ts'
import type { Linking } from './linking.ts'
import type { Lookup } from '../context/lookup.ts'
import { INLINE } from '../inline.ts'

type Nodes = ReadonlyMap<NodeId, Node>

/** Where a node begins, for messages about the node as a whole. */
export function placeOf(node: Node): Place {
  if (node.kind === 'report' || node.kind === 'source') return node.place
  if (node.kind === 'unit_test' || isDescribed(node)) return node.place
  if (node.kind === 'monitor') return node.place
  if (node.kind === 'test' && node.generic) return node.generic.place
  return { file: node.file, start: 0, end: 0 }
}

function related(linking: Linking, node: Node, message: string): Related {
  return { span: linking.project.sources.spanOf(placeOf(node)), message }
}

export function reportDuplicate(linking: Linking, node: Node, first: Node): void {
  const kind = node.kind === first.kind ? node.kind : 'resource'
  linking.diagnostics.push(
    diagnostic(
      'duplicate-node',
      { kind, name: nameOf(node) },
      {
        span: linking.project.sources.spanOf(placeOf(node)),
        related: [related(linking, first, 'the first one is here')],
      },
    ),
  )
}

/** The macros that led to a call: the model at fault is the outermost. */
function callersOf(
  { project }: Linking,
  { callers }: Pick<RefCall, 'callers'>,
): { readonly related?: readonly Related[] } {
  if (!callers) return {}
  return {
    related: callers.map(({ name, place }) => ({
      span: project.sources.spanOf(place),
      message: `"${name}" is called here`,
    })),
  }
}

/** What has a template of its own that may refer to others. */
export type Referring = Exclude<
  Node,
  DescribedNode | { readonly kind: 'source' | 'seed' | 'unit_test' }
>

export function refers(node: Node): node is Referring {
  const { kind } = node
  return kind !== 'source' && kind !== 'seed' && kind !== 'unit_test' && !isDescribed(node)
}

export function reportMissingRef(
  linking: Linking,
  node: Pick<Node, 'kind' | 'name'>,
  call: RefCall,
  isDisabled: boolean,
  lookup: Lookup,
): void {
  const params = { name: call.name, nearest: findNearest(call.name, lookup.refNames()) }
  reportMissing(linking, node, call, isDisabled ? 'ref-disabled' : 'ref-not-found', params)
}

interface RootParent {
  readonly node: Referring
  readonly parent: Node
  readonly call: RefCall
}

/** A package that builds on a node of whoever uses it breaks as soon as that changes; unless it says that it means the root. */
export function reportRootParent(linking: Linking, { node, parent, call }: RootParent): void {
  const { name: root, sources } = linking.project
  const isIntended = call.package === root
  if (node.packageName === root || parent.packageName !== root || isIntended) return
  const params = { node: node.name, packageName: node.packageName, parent: parent.id }
  const where = { span: sources.spanOf(call.place) }
  linking.diagnostics.push(diagnostic('package-uses-root', params, where))
}

export function reportMissingFunction(
  linking: Linking,
  call: RefCall,
  isDisabled: boolean,
  lookup: Lookup,
): void {
  const nearest = isDisabled ? undefined : findNearest(call.name, lookup.functionNames())
  const where = { span: linking.project.sources.spanOf(call.place), ...callersOf(linking, call) }
  const params = { name: call.name, isDisabled, nearest }
  linking.diagnostics.push(diagnostic('function-not-found', params, where))
}

/** `by` is the metric that is made of it, if it is one. */
export function reportMissingMetric(
  linking: Linking,
  call: Pick<RefCall, 'name' | 'place' | 'callers'> & { readonly by?: string | undefined },
  isDisabled: boolean,
  lookup: Lookup,
): void {
  const { name, place, by } = call
  const where = { span: linking.project.sources.spanOf(place), ...callersOf(linking, call) }
  const nearest = isDisabled ? undefined : findNearest(name, lookup.metricNames())
  const { diagnostics } = linking
  if (by !== undefined)
    diagnostics.push(diagnostic('metric-input-missing', { name, nearest, by, isDisabled }, where))
  else if (isDisabled) diagnostics.push(diagnostic('metric-disabled', { name }, where))
  else diagnostics.push(diagnostic('metric-not-found', { name, nearest }, where))
}

export function reportMissingSource(
  linking: Linking,
  node: Pick<Node, 'kind' | 'name'>,
  call: SourceCall,
  isDisabled: boolean,
  lookup: Lookup,
): void {
  const name = `${call.source}.${call.table}`
  const params = { name, nearest: findNearest(name, lookup.sourceNames()) }
  reportMissing(linking, node, call, isDisabled ? 'source-disabled' : 'source-not-found', params)
}

/** dbt leaves a test of what is not there out: of a disabled model it says nothing at all, of another one it warns. */
function reportMissing(
  linking: Linking,
  node: Pick<Node, 'kind' | 'name'>,
  call: RefCall | SourceCall,
  code: 'ref-disabled' | 'ref-not-found' | 'source-disabled' | 'source-not-found',
  params: { readonly name: string; readonly nearest: string | undefined },
): void {
  const where = { span: linking.project.sources.spanOf(call.place) }
  if (node.kind !== 'test') {
    linking.diagnostics.push(diagnostic(code, params, { ...where, ...callersOf(linking, call) }))
  } else if (code === 'ref-not-found' || code === 'source-not-found') {
    const kind = code === 'ref-not-found' ? 'node' : 'source'
    const left = { ...params, test: node.name, kind } as const
    linking.diagnostics.push(diagnostic('test-target-not-found', left, where))
  }
}

/** Private models are for their group, protected ones for their package (where packages restrict access). */
export function checkAccess(
  linking: Linking,
  node: Referring | DescribedNode,
  found: Node,
  call: RefCall,
): void {
  // Whoever writes a query on the command line may look at everything.
  if (found.kind !== 'model' || placeOf(node).file === INLINE) return
  const isOtherGroup =
    found.access === 'private' &&
    !/^sql[ _]operation\./.test(node.id) &&
    (node.group === undefined || node.group !== found.group)
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
      { name: found.name, id: found.id, access: found.access, owner: group, by: node.id },
      { span: linking.project.sources.spanOf(call.place), ...callersOf(linking, call) },
    ),
  )
}

export function reportCycle(
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
    if (!child || !parent || !refers(child)) return []
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

const STORED = new Set<Node['kind']>(['model', 'seed', 'snapshot'])

/** Two nodes that would be stored under one name. */
export function reportSharedRelations(linking: Linking, nodes: Nodes): void {
  const owners = new Map<string, Node>()
  for (const node of nodes.values()) {
    if (!STORED.has(node.kind) || !('relationName' in node)) continue
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
