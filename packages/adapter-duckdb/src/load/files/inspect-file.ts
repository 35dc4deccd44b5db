import type { FileOptions } from '@btn/adapter'
import type { FoundFile } from './find-files.ts'
import { inspectParquet } from './inspect-parquet.ts'
import { inspectText } from './inspect-text.ts'
import type { FileContents } from './inspection.ts'
import { toFileError } from './problems.ts'
import type { Spool } from './spool.ts'

/** Reads a file from its first byte to its last. Throws a DiagnosticError where it cannot be read. */
export async function inspectFile(
  file: FoundFile,
  options: FileOptions,
  spool: Spool,
): Promise<FileContents> {
  try {
    if (file.format !== 'parquet') return await inspectText(file, options, spool)
    return await inspectColumns(file)
  } catch (error) {
    throw toFileError(error, file.shownPath)
  }
}

async function inspectColumns(file: FoundFile): Promise<FileContents> {
  const { columns, rows } = await inspectParquet(file.readPath, file.shownPath)
  return {
    ...file,
    header: columns.map(({ name }) => name),
    shape: { kind: 'parquet', columns },
    rows,
    lines: { first: 1 },
    unreadable: { count: 0, byReason: {} },
    isTrimmed: false,
    longestRow: 0,
  }
}
