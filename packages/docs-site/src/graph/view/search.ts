import type { Scene } from '../scene/scene.ts'

/** Nodes whose names contain the words, in any order; those that begin with them come first. */
export function searchNodes(scene: Scene, text: string): readonly number[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const { names } = scene.project
  const hits = [...scene.rows.keys()].flatMap((node) => {
    const name = (names.name[scene.rows[node]!] ?? '').toLowerCase()
    if (!words.every((word) => name.includes(word))) return []
    return [{ node, rank: name === words[0] ? 0 : name.startsWith(words[0]!) ? 1 : 2 }]
  })
  return hits.sort((a, b) => a.rank - b.rank || a.node - b.node).map(({ node }) => node)
}
