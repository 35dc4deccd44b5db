import { stat } from 'node:fs/promises'
import { basename, isAbsolute, parse, relative, sep } from 'node:path'
import type { FileFormat, FileSet } from '@btn/adapter'
import { expandGlob } from './expand-glob.ts'
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
  return toSlashes(isBelow ? inner : path)
}

function toSlashes(path: string): string {
  return path.split(sep).join('/')
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
  const isBelow = shown !== toSlashes(pattern)
  const found = await lookFor(shown, isBelow ? root : parse(pattern).root)
  if (found === undefined) throw fail('load-file-missing', { path: shown })
  if (found.length === 0) throw fail('load-no-files', { pattern: shown })
  return found
}

async function lookFor(pattern: string, folder: string) {
  try {
    return await expandGlob(pattern, folder)
  } catch (error) {
    const path = error instanceof Error && 'path' in error ? String(error.path) : pattern
    throw toFileError(error, showPath(path, folder))
  }
}

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
