import { stat } from 'node:fs/promises'
import type { InputFile } from '@btn/adapter'
import { fail, toFileError } from './problems.ts'
import { readBytes } from './read-bytes.ts'

/** What a file system knows of a file's content. */
export interface FileStamp {
  /** Where the bytes lie. */
  readonly place: string
  readonly size: bigint
  /** Nanoseconds; the clock of a file system ticks every few milliseconds. */
  readonly modified: bigint
  readonly inode: bigint
  /** It was written so shortly before that it could be written again without another time. */
  readonly isFresh: boolean
}

const TICK_NS = 100_000_000n

export async function stampOf(path: string, shownPath: string): Promise<FileStamp> {
  const now = BigInt(Date.now()) * 1_000_000n
  try {
    const { size, mtimeNs, ino } = await stat(path, { bigint: true })
    return { place: path, size, modified: mtimeNs, inode: ino, isFresh: now - mtimeNs < TICK_NS }
  } catch (error) {
    throw toFileError(error, shownPath)
  }
}

/** Throws a DiagnosticError when a file is another one than it was. */
export function compareStamps(before: FileStamp, now: FileStamp, shownPath: string): void {
  const change = findChange(before, now)
  if (change !== undefined) throw fail('load-file-changed', { path: shownPath, change })
}

/** The same for a file that was read to its end: where the time stamp cannot tell, its bytes are looked at again. */
export async function checkFile(file: InputFile, before: FileStamp): Promise<void> {
  const { shownPath } = file
  const { place } = before
  compareStamps(before, await stampOf(place, shownPath), shownPath)
  if (!before.isFresh) return
  const { chunks, passed } = readBytes(place)
  for await (const chunk of chunks) void chunk
  if (passed().checksum !== file.checksum) throw wasWritten(shownPath)
}

export function wasWritten(shownPath: string): Error {
  return fail('load-file-changed', { path: shownPath, change: 'was written to' })
}

function findChange(before: FileStamp, now: FileStamp): string | undefined {
  if (now.inode !== before.inode) return 'was replaced'
  if (now.size > before.size) return `grew from ${before.size} to ${now.size} bytes`
  if (now.size < before.size) return `shrank from ${before.size} to ${now.size} bytes`
  return now.modified === before.modified ? undefined : 'was written to'
}
