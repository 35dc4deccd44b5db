import type { Manifest, Node } from '../types/index.ts'
import type { Linking } from './linking.ts'

/** The first question to the database that the node's template, or a macro that it reaches, contains. */
export function findAsk(linking: Linking, manifest: Manifest, node: Node): string | undefined {
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
