import { basename, extname, join, sep } from 'node:path'
import { watch } from 'chokidar'

// A bundle of its own: nothing but `docs serve` watches files.

export interface Watched {
  /** The project's folder; undefined where only artifacts are watched. */
  readonly root: string | undefined
  readonly targetFolder: string
  /** Where the site goes. */
  readonly output: string
}

export interface Watching {
  close(): Promise<void>
}

/** Files that say something of a project; the rows of seeds do by their number and types. */
const telling = new Set(['.sql', '.yml', '.yaml', '.md', '.csv', '.py', '.json', '.html'])

/** What changes without the project changing, or is another program's. */
const passedOver = new Set([
  ...['node_modules', 'dbt_packages', 'btn_packages', 'dbt_modules', 'logs', '__pycache__', 'venv'],
])

/** What runs leave: results, freshness, and the lineage and history that the site shows. */
const artifacts = ['run_results.json', 'sources.json']
const all = [...artifacts, 'manifest.json', 'catalog.json', 'lineage.json', 'btn.json']

/** Calls back with the path of whatever is added, changed or removed. */
export function watchFiles(
  { root, targetFolder, output }: Watched,
  onChange: (path: string) => void,
  onProblem: (problem: string) => void,
): Watching {
  const inTarget = (root === undefined ? all : artifacts).map((file) => join(targetFolder, file))
  const paths = root === undefined ? inTarget : [root, ...inTarget]
  const apart = [targetFolder, output].map((it) => `${it}${sep}`)
  const isIgnored = (path: string, stats?: { isFile(): boolean }): boolean => {
    if (inTarget.includes(path) || path === root) return false
    if (apart.some((it) => `${path}${sep}`.startsWith(it))) return true
    const name = basename(path)
    if (name.startsWith('.') && name !== '.env') return true
    if (stats?.isFile()) return !telling.has(extname(name)) && name !== '.env'
    return passedOver.has(name)
  }
  const watcher = watch(paths, { ignoreInitial: true, ignored: isIgnored })
  watcher.on('all', (_, path) => onChange(path))
  watcher.on('error', (error) => onProblem(error instanceof Error ? error.message : String(error)))
  return { close: () => watcher.close() }
}
