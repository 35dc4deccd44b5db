import { stat } from 'node:fs/promises'
import { fail, toFileError } from './problems.ts'

/** What a file system knows of a file's content. Nanoseconds, because a file can be written twice in a millisecond. */
export interface FileStamp {
  readonly size: bigint
  readonly modified: bigint
  readonly inode: bigint
}

export async function stampOf(path: string, shownPath: string): Promise<FileStamp> {
  try {
    const { size, mtimeNs, ino } = await stat(path, { bigint: true })
    return { size, modified: mtimeNs, inode: ino }
  } catch (error) {
    throw toFileError(error, shownPath)
  }
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
