import { stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { fail, toFileError } from './problems.ts'

/** What a file system knows of a file's content. */
export interface FileStamp {
  /** Where the bytes lie. */
  readonly place: string
  readonly size: bigint
  /** Nanoseconds; the clock of a file system ticks every few milliseconds. */
  readonly modified: bigint
  readonly inode: bigint
}

/** A file that was written a shorter time ago could be written again without another time. */
const TICK_MS = 100

export async function stampOf(path: string, shownPath: string): Promise<FileStamp> {
  try {
    const { size, mtimeNs, ino } = await stat(path, { bigint: true })
    return { place: path, size, modified: mtimeNs, inode: ino }
  } catch (error) {
    throw toFileError(error, shownPath)
  }
}

/** The same once the time would tell of every change: a file that was written a moment ago is waited for. */
export async function settledStampOf(path: string, shownPath: string): Promise<FileStamp> {
  const stamp = await stampOf(path, shownPath)
  const age = Date.now() - Number(stamp.modified / 1_000_000n)
  if (age < 0 || age >= TICK_MS) return stamp
  await setTimeout(TICK_MS - age)
  return stampOf(path, shownPath)
}

/** Throws a DiagnosticError when a file is another one than it was. */
export function compareStamps(before: FileStamp, now: FileStamp, shownPath: string): void {
  const change = findChange(before, now)
  if (change !== undefined) throw fail('load-file-changed', { path: shownPath, change })
}

function findChange(before: FileStamp, now: FileStamp): string | undefined {
  if (now.inode !== before.inode) return 'was replaced'
  if (now.size > before.size) return `grew from ${before.size} to ${now.size} bytes`
  if (now.size < before.size) return `shrank from ${before.size} to ${now.size} bytes`
  return now.modified === before.modified ? undefined : 'was written to'
}
