import type { Piece } from './host.ts'
import { createHash, randomUUID } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { HostError, type FileStat, type Host, type ListedFile } from './host.ts'
import { removeLeftovers, temporaryPath } from './temporary-files.ts'

/** The machine that btn runs on. */
export function createRealHost(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Host {
  return {
    environment,
    home: homedir(),
    readBytes: (path) => orUndefined(path, () => readFileSync(path)),
    writeText: (path, text) => guarded(path, () => replaceFile(path, [text])),
    writePieces: (path, pieces) => guarded(path, () => replaceFile(path, pieces)),
    updateText: (path, text) => guarded(path, () => updateFile(path, text)),
    appendText: (path, text) => guarded(path, () => appendMaking(path, text)),
    makeFolder: (path) => guarded(path, () => makeFolders(path)),
    move: (from, to) => guarded(to, () => moveFile(from, to)),
    checksum: (path) => orUndefined(path, () => checksumOf(path)),
    remove: (path) => guarded(path, () => rmSync(path, { recursive: true, force: true })),
    findStat: (path) => orUndefined(path, () => toFileStat(statSync(path))),
    listFiles: (folder) => {
      const files: ListedFile[] = []
      guarded(folder, () => collectFiles(folder, '', files))
      return files
    },
    listFolders: (folder) => guarded(folder, () => listFolders(folder)),
    now: () => new Date(),
    newId: () => randomUUID(),
  }
}

/** What was written is on the disk before the name is given: a crash leaves the old file or the new one. */
function moveFile(from: string, to: string): void {
  const file = openSync(from, constants.O_RDONLY)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  makeFolders(dirname(to))
  renameSync(from, to)
}

function checksumOf(path: string): string {
  const hash = createHash('sha256')
  const file = openSync(path, constants.O_RDONLY)
  try {
    const buffer = Buffer.allocUnsafe(1 << 20)
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

function toFileStat(stat: Stats): FileStat {
  return { size: stat.size, modifiedMs: stat.mtimeMs, isDirectory: stat.isDirectory() }
}

function replaceFile(path: string, pieces: Iterable<Piece>): void {
  const temporary = temporaryPath(path)
  try {
    const file = openMaking(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC)
    try {
      writeAll(file, pieces)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
    removeLeftovers(path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Not by renaming and not by truncating first: both make ext4 write the file out at once. */
function updateFile(path: string, text: string): void {
  const bytes = Buffer.from(text)
  const file = openMaking(path, constants.O_RDWR | constants.O_CREAT)
  try {
    const { size } = fstatSync(file)
    if (size === bytes.length && readFileSync(file).equals(bytes)) return
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, at)
    if (size > bytes.length) ftruncateSync(file, bytes.length)
  } finally {
    closeSync(file)
  }
}

function openMaking(path: string, flags: number): number {
  try {
    return openSync(path, flags)
  } catch (error) {
    if (reasonOf(error) !== 'ENOENT') throw error
    makeFolders(dirname(path))
    return openSync(path, flags)
  }
}

const WRITTEN_AT_ONCE = 1 << 18
// UTF-8 takes at most three bytes for what a string counts as one.
const BYTES_PER_UNIT = 3

/** Gathers small pieces, so that thousands of them cost a few dozen writes. */
function writeAll(file: number, pieces: Iterable<Piece>): void {
  const buffer = Buffer.allocUnsafe(WRITTEN_AT_ONCE)
  let used = 0
  const flush = (): void => {
    for (let at = 0; at < used;) at += writeSync(file, buffer, at, used - at)
    used = 0
  }
  for (const piece of pieces) {
    const isText = typeof piece === 'string'
    const size = isText ? piece.length * BYTES_PER_UNIT : piece.length
    if (used + size > buffer.length) flush()
    if (size > buffer.length) {
      writeFileSync(file, piece)
    } else if (isText) {
      used += buffer.write(piece, used)
    } else {
      buffer.set(piece, used)
      used += size
    }
  }
  flush()
}

function appendMaking(path: string, text: string): void {
  try {
    appendFileSync(path, text)
  } catch (error) {
    if (reasonOf(error) !== 'ENOENT') throw error
    makeFolders(dirname(path))
    appendFileSync(path, text)
  }
}

/** Not Node's own `recursive`: it never ends where the system says that a folder is missing which cannot be made, as in /proc. */
function makeFolders(folder: string): void {
  if (findStats(folder)?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolders(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (reasonOf(error) !== 'EEXIST') throw error
  }
}

function collectFiles(folder: string, prefix: string, files: ListedFile[]): void {
  const entries = readFolder(folder)
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    // A link to a file is read through; one to a folder, to nothing or to itself is passed over.
    const stat = findStats(`${folder}/${entry.name}`)
    if (!stat?.isFile()) continue
    files.push({ path: prefix + entry.name, size: stat.size, modifiedMs: stat.mtimeMs })
  }
  for (const entry of entries) {
    if (!entry.isDirectory()) continue
    collectFiles(`${folder}/${entry.name}`, `${prefix}${entry.name}/`, files)
  }
}

function listFolders(folder: string): string[] {
  return readFolder(folder)
    .filter(
      (entry) =>
        entry.isDirectory() ||
        (entry.isSymbolicLink() && findStats(join(folder, entry.name))?.isDirectory()),
    )
    .map((entry) => entry.name)
}

function readFolder(folder: string): Dirent[] {
  const entries = orUndefined(folder, () => readdirSync(folder, { withFileTypes: true })) ?? []
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function findStats(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (reasonOf(error) === 'ELOOP' || reasonOf(error) === 'EACCES') return undefined
    throw error
  }
}

function orUndefined<T>(path: string, action: () => T): T | undefined {
  try {
    return action()
  } catch (error) {
    if (reasonOf(error) === 'ENOENT' || reasonOf(error) === 'ENOTDIR') return undefined
    throw toHostError(path, error)
  }
}

function guarded<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw toHostError(path, error)
  }
}

const explanations: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'no space is left on the device',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is no folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
}

function toHostError(path: string, error: unknown): unknown {
  if (error instanceof HostError) return error
  const reason = reasonOf(error)
  if (reason === undefined) return error
  return new HostError(path, reason, explanations[reason] ?? reason, { cause: error })
}

function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
