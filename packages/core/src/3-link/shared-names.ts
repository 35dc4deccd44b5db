import { diagnostic } from '@btn/diagnostics'
import type { Nodes } from './graph.ts'
import type { Linking } from './linking.ts'
import { placeOf, reportDuplicate } from './mistakes.ts'
import type { Node } from '../types/index.ts'

const REFERABLE = new Set<Node['kind']>(['model', 'seed', 'snapshot'])

/** A model and a seed of one name: `ref()` could mean either. dbt warns, and refuses it where a flag says so. */
export function reportSharedNames(linking: Linking, nodes: Nodes): void {
  const { flags, sources } = linking.project
  const known = new Map<string, Node>()
  for (const node of nodes.values()) {
    const isVersioned = node.kind === 'model' && node.version !== undefined
    if (!REFERABLE.has(node.kind) || isVersioned) continue
    const key = `${node.packageName}.${node.name}`
    const first = known.get(key)
    if (!first) known.set(key, node)
    else if (flags.require_unique_project_resource_names) reportDuplicate(linking, node, first)
    else {
      const params = { name: node.name, packageName: node.packageName, ids: [first.id, node.id] }
      const where = { span: sources.spanOf(placeOf(node)) }
      linking.diagnostics.push(diagnostic('name-shared', params, where))
    }
  }
}

/** `ref()` without a version could mean the latest of the versions, or the node that has none. */
export function reportVersionClashes(linking: Linking, nodes: Nodes): void {
  const plain = new Map<string, Node>()
  const versioned = new Map<string, Node>()
  for (const node of nodes.values()) {
    if (!REFERABLE.has(node.kind)) continue
    const hasVersion = node.kind === 'model' && node.version !== undefined
    ;(hasVersion ? versioned : plain).set(`${node.packageName}.${node.name}`, node)
  }
  for (const [key, node] of versioned) {
    const other = plain.get(key)
    if (!other) continue
    const where = { span: linking.project.sources.spanOf(placeOf(other)) }
    const params = { name: node.name, other: other.id }
    linking.diagnostics.push(diagnostic('name-versioned-too', params, where))
  }
}
