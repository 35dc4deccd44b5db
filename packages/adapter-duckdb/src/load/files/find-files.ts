import { readdir, type Dirent } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, isAbsolute, relative, sep } from 'node:path'
import type { FileFormat, FileSet } from '@btn/adapter'
import { formatOfName } from './file-format.ts'
import { fail, toFileError } from './problems.ts'

/** A file that was found; nobody has looked inside. */
export interface FoundFile {
  readonly path: string
  readonly shownPath: string
  readonly name: string
  readonly format: FileFormat
}

/** The files of a set: in the order of its patterns, those of a pattern sorted by path, each once. */
export async function findFiles(set: FileSet): Promise<readonly FoundFile[]> {
  const paths = new Set<string>()
  for (const pattern of set.patterns) {
    for (const path of await expand(pattern, set.root)) paths.add(path)
  }
  return [...paths].map((path) => describe(path, set))
}

export function showPath(path: string, root: string): string {
  const inner = relative(root, path)
  const isBelow = inner !== '' && !inner.startsWith('..') && !isAbsolute(inner)
  return (isBelow ? inner : path).split(sep).join('/')
}

function describe(path: string, { root, format }: FileSet): FoundFile {
  const shownPath = showPath(path, root)
  const name = basename(path)
  const known = format ?? formatOfName(name)
  if (known === undefined) throw fail('load-file-format', { path: shownPath })
  return { path, shownPath, name, format: known }
}

/** A path that exists is meant as it stands, whatever characters it has. */
async function expand(pattern: string, root: string): Promise<readonly string[]> {
  const shown = showPath(pattern, root)
  if (await isFile(pattern, shown)) return [pattern]
  const { glob, isDynamicPattern } = await import('tinyglobby')
  const isBelow = shown !== pattern.split(sep).join('/')
  if (!isDynamicPattern(shown)) throw fail('load-file-missing', { path: shown })
  // The folder of the project may have characters that mean something in a pattern: only what lies below it is one.
  const problems: NodeJS.ErrnoException[] = []
  const found = await glob(shown, {
    absolute: true,
    expandDirectories: false,
    fs: { readdir: noting(problems) },
    ...(isBelow && { cwd: root }),
  })
  // A folder that may not be looked into may hold what is meant: nothing is left out in silence.
  const [problem] = problems.filter((error) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
  if (problem) throw toFileError(problem, showPath(problem.path ?? pattern, root))
  if (found.length === 0) throw fail('load-no-files', { pattern: shown })
  return found.sort()
}

/** Reads folders as Node does, and notes which of them could not be read. */
function noting(problems: NodeJS.ErrnoException[]): typeof readdir {
  const read = (path: string, options: { withFileTypes: true }, done: ReaddirDone): void => {
    readdir(path, options, (error, entries) => {
      if (error) problems.push(error)
      done(error, entries)
    })
  }
  // The one of its forms that the library calls.
  return read as typeof readdir
}

type ReaddirDone = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void

async function isFile(path: string, shownPath: string): Promise<boolean> {
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) throw fail('load-file-folder', { path: shownPath })
    if (stats.isFile()) return true
    throw fail('load-file-unreadable', { path: shownPath, problem: 'it is no regular file' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw toFileError(error, shownPath)
  }
}
