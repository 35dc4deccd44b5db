import { diagnostic } from '@btn/diagnostics'
import type { Model } from '../types/index.ts'
import type { Graph } from './graph.ts'
import type { Linking } from './linking.ts'

/** Warns of models whose end has come, and of those that still refer to them, or to one whose end is set. */
export function reportDeprecated(linking: Linking, { nodes, children }: Graph): void {
  for (const node of nodes.values()) {
    if (node.kind !== 'model' || node.deprecationDate === undefined) continue
    const isPast = new Date(node.deprecationDate) < linking.parsed.invocation.startedAt
    if (isPast) reportModel(linking, node, node.deprecationDate)
    for (const id of children.get(node.id) ?? []) {
      const child = nodes.get(id)
      if (child?.kind === 'model') reportReference(linking, child, { node, isPast })
    }
  }
}

function reportModel({ project, diagnostics }: Linking, node: Model, date: string): void {
  const span = project.sources.spanOf({ file: node.file, start: 0, end: 0 })
  const params = { name: labelOf(node), date, model: versionOf(node) }
  diagnostics.push(diagnostic('model-deprecated', params, { span }))
}

function reportReference(
  linking: Linking,
  child: Model,
  { node, isPast }: { readonly node: Model; readonly isPast: boolean },
): void {
  const { version, latestVersion: latest } = node
  const isOlder = version !== undefined && latest !== undefined && version !== latest
  const params = {
    name: labelOf(node),
    model: versionOf(node),
    by: child.name,
    date: node.deprecationDate ?? '',
    newer: isOlder ? `ref('${node.packageName}', '${node.name}', v='${latest}')` : undefined,
  }
  const code = isPast ? 'ref-deprecated' : 'ref-deprecation-upcoming'
  const place = child.refs.find((call) => isCallOf(call, node))?.place
  const span = linking.project.sources.spanOf(place ?? { file: child.file, start: 0, end: 0 })
  linking.diagnostics.push(diagnostic(code, params, { span }))
}

function isCallOf(call: Model['refs'][number], node: Model): boolean {
  if (call.name !== node.name) return false
  return call.version === undefined || String(call.version) === String(node.version)
}

function versionOf({ name, packageName, version, latestVersion: latest }: Model) {
  return { name, packageName, version, latest }
}

function labelOf({ name, version }: Model): string {
  return version === undefined ? name : `${name}.v${version}`
}
