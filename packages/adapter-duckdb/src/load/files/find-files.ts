import { stat } from 'node:fs/promises'
import { basename, isAbsolute, parse, relative, sep } from 'node:path'
import type { FileFormat, FileSet, OpenUrl } from '@btn/adapter'
import { download, isAddress, showAddress } from './download.ts'
import { expandGlob } from './expand-glob.ts'
import { formatOfName } from './file-format.ts'
import { fail, toFileError } from './problems.ts'
import type { Spool } from './spool.ts'

/** A file that was found; nobody has looked inside. */
export interface FoundFile {
  /** Absolute, or the address without what is secret in it. */
  readonly path: string
  readonly shownPath: string
  readonly name: string
  readonly format: FileFormat
  /** Where its bytes lie. */
  readonly readPath: string
}

/** What files of other machines need. */
export interface Means {
  readonly spool: Spool
  readonly openUrl?: OpenUrl | undefined
}

/** The files of a set: in the order of its patterns, those of a pattern sorted by path, each once. */
export async function findFiles(set: FileSet, means: Means): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>()
  for (const pattern of set.patterns) {
    for (const file of await findAll(pattern, set, means)) {
      if (!found.has(file.path)) found.set(file.path, file)
    }
  }
  return [...found.values()]
}

async function findAll(
  pattern: string,
  { root, format }: FileSet,
  means: Means,
): Promise<readonly FoundFile[]> {
  if (isAddress(pattern)) return [await fetchFile(pattern, format, means)]
  const paths = await expand(pattern, root)
  return paths.map((path) => {
    const [name, shownPath] = [basename(path), showPath(path, root)]
    return withFormat({ path, shownPath, name, readPath: path }, format)
  })
}

async function fetchFile(
  address: string,
  format: FileFormat | undefined,
  { spool, openUrl }: Means,
) {
  const { name, shownPath } = showAddress(address)
  const readPath = spool.newPath('.download')
  const file = withFormat({ path: shownPath, shownPath, name, readPath }, format)
  await download(address, readPath, openUrl)
  return file
}

function withFormat(file: Omit<FoundFile, 'format'>, format: FileFormat | undefined): FoundFile {
  const known = format ?? formatOfName(file.name)
  if (known === undefined) throw fail('load-file-format', { path: file.shownPath })
  return { ...file, format: known }
}

export function showPath(path: string, root: string): string {
  const inner = relative(root, path)
  const isBelow = inner !== '' && !inner.startsWith('..') && !isAbsolute(inner)
  return toSlashes(isBelow ? inner : path)
}

function toSlashes(path: string): string {
  return path.split(sep).join('/')
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
