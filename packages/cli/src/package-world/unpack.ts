import { mkdirSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { x as extract, type ReadEntry } from 'tar'
import { WorldError } from '@btn/core/packages'

/** Unpacks a `.tar.gz`. An entry or link that points outside of the folder is refused, and all the rest with it. */
export async function unpack(archive: Uint8Array, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  let unsafe: string | undefined
  const unpacking = extract({
    cwd: folder,
    strict: true,
    preserveOwner: false,
    filter: (path, entry) => {
      if (isSafe(folder, path, entry)) return unsafe === undefined
      unsafe ??= path
      return false
    },
  })
  try {
    unpacking.end(Buffer.from(archive))
    await finished(unpacking)
  } catch (error) {
    if (unsafe !== undefined) throw refused(unsafe)
    const message = error instanceof Error ? error.message : String(error)
    throw new WorldError(
      { kind: 'archive-broken', message: `it is no .tar.gz (${message})` },
      { cause: error },
    )
  }
  if (unsafe !== undefined) throw refused(unsafe)
}

function refused(path: string): WorldError {
  return new WorldError({ kind: 'archive-unsafe', message: path })
}

function isSafe(folder: string, path: string, entry: object): boolean {
  if (isAbsolute(path) || isOutside(folder, join(folder, path))) return false
  if (!isReadEntry(entry)) return true
  const { type, linkpath = '' } = entry
  if (type === 'SymbolicLink') {
    return !isAbsolute(linkpath) && !isOutside(folder, resolve(folder, path, '..', linkpath))
  }
  return type !== 'Link' || !isOutside(folder, resolve(folder, linkpath))
}

function isReadEntry(entry: object): entry is ReadEntry {
  return 'type' in entry && 'linkpath' in entry
}

function isOutside(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  return inside.startsWith('..') || isAbsolute(inside)
}
