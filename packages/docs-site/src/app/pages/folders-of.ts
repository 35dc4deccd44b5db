import { kindAt, packageAt, type NodeTable } from '../../data/index.ts'

export interface Folder {
  readonly path: string
  readonly models: number
}

/** Where the models of a project lie: as deep as there are no more folders than so many. */
export function foldersOf(names: NodeTable, project: string, most: number): readonly Folder[] {
  const paths = names.name.flatMap((_, row) => {
    const isShown = names.hidden[row] === 0 && packageAt(names, row) === project
    if (!isShown || kindAt(names, row) !== 'model') return []
    return [(names.files[names.file[row] ?? -1] ?? '').split('/').slice(0, -1)]
  })
  let depth = Math.max(0, ...paths.map((it) => it.length))
  let found = countAt(paths, depth)
  while (found.length > most && depth > 1) found = countAt(paths, --depth)
  return found
}

function countAt(paths: readonly (readonly string[])[], depth: number): readonly Folder[] {
  const counts = new Map<string, number>()
  for (const parts of paths) {
    const path = parts.slice(0, depth).join('/')
    counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return [...counts]
    .map(([path, models]) => ({ path, models }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
