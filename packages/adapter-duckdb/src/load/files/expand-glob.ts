import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The files that a pattern means below a folder, sorted; undefined when it is no pattern. What begins with a dot must be named with its dot.
 * Folders that cannot be read are an error: they may hold what is meant.
 */
export async function expandGlob(
  pattern: string,
  folder: string,
): Promise<readonly string[] | undefined> {
  const { default: picomatch } = await import('picomatch')
  if (!picomatch.scan(pattern).isGlob) return undefined
  const { start, glob } = await splitPattern(pattern, folder)
  const isMatch = picomatch(glob)
  const options = { depth: depthOf(glob), showsHidden: /(?:^|[/{,(])\./.test(glob) }
  const found: string[] = []
  for await (const path of walk({ path: start, name: '' }, options, new Set())) {
    if (isMatch(path)) found.push(join(start, path))
  }
  return found.sort()
}

/** Folders that exist are meant as they stand, whatever characters they have; the pattern is what follows. */
async function splitPattern(pattern: string, folder: string) {
  const parts = pattern.split('/')
  let start = folder
  while (parts.length > 1) {
    const next = join(start, parts[0] ?? '')
    if (!(await orNothing(stat(next)))?.isDirectory()) break
    start = next
    parts.shift()
  }
  return { start, glob: parts.join('/') }
}

interface WalkOptions {
  readonly depth: number
  readonly showsHidden: boolean
}

interface Place {
  readonly path: string
  /** Relative to where the walk began. */
  readonly name: string
}

/** Names of files below a folder. Links are followed; `above` are the real paths of the folders above, so that no circle is walked twice. */
async function* walk(
  place: Place,
  options: WalkOptions,
  above: ReadonlySet<string>,
): AsyncGenerator<string> {
  const real = await orNothing(realpath(place.path))
  if (real === undefined || above.has(real)) return
  for (const entry of await readdir(place.path, { withFileTypes: true })) {
    if (entry.name.startsWith('.') && !options.showsHidden) continue
    const path = join(place.path, entry.name)
    const name = place.name === '' ? entry.name : `${place.name}/${entry.name}`
    const kind = entry.isSymbolicLink() ? await orNothing(stat(path)) : entry
    if (kind?.isFile()) yield name
    if (!kind?.isDirectory() || options.depth <= 1) continue
    const below = { ...options, depth: options.depth - 1 }
    yield* walk({ path, name }, below, new Set([...above, real]))
  }
}

/** How many folders deep a pattern can mean something. */
function depthOf(glob: string): number {
  // A slash inside of brackets or braces, and two stars, say nothing of how deep it goes.
  if (glob.includes('**') || /[{(][^})]*\//.test(glob)) return Infinity
  return glob.split('/').length
}

/** What leads nowhere, or has gone meanwhile, is not there. */
async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ELOOP' || code === 'ENOTDIR') return undefined
    throw error
  }
}
