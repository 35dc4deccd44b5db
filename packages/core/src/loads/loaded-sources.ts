import type { LoadedSource, Manifest, Node } from '../types/index.ts'

export function isLoadedSource(node: Node): node is LoadedSource {
  return node.kind === 'source' && node.load !== undefined
}

export function loadedSources({ nodes }: Pick<Manifest, 'nodes'>): readonly LoadedSource[] {
  return [...nodes.values()].filter(isLoadedSource)
}
