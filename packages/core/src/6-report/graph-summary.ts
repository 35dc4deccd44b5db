import type { Json, JsonObject, Manifest } from '../types/index.ts'

/** `graph_summary.json`: the bare graph, with numbers instead of names, as dbt writes it. */
export function toGraphSummary(manifest: Manifest, invocationId: string): JsonObject {
  const index = new Map([...manifest.nodes.keys()].map((id, position) => [id, position]))
  const linked: Record<string, Json> = {}
  for (const [id, node] of manifest.nodes) {
    const below = (manifest.children.get(id) ?? []).flatMap((child) => index.get(child) ?? [])
    linked[String(index.get(id))] = {
      name: id,
      type: node.kind,
      ...(below.length > 0 && { succ: below }),
    }
  }
  return { _invocation_id: invocationId, linked }
}
