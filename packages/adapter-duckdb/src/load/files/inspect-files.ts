import type { FileSet } from '@btn/adapter'
import { checksumOf } from './checksum.ts'
import { findFiles, type FoundFile, type Means } from './find-files.ts'
import { inspectFile } from './inspect-file.ts'
import type { FileInspection, InspectFiles, ScannableFile } from './inspection.ts'
import { toFileError } from './problems.ts'
import { removeDeadSpools, Spool } from './spool.ts'
import { compareStamps, settledStampOf, stampOf, type FileStamp } from './unchanged.ts'

export const inspectFiles: InspectFiles = async (set, openUrl) => {
  await removeDeadSpools()
  const spool = new Spool()
  try {
    return await inspectAll(set, { spool, openUrl })
  } catch (error) {
    await spool.close()
    throw error
  }
}

async function inspectAll(set: FileSet, means: Means): Promise<FileInspection> {
  const { spool } = means
  const files: ScannableFile[] = []
  const stamps = new Map<string, FileStamp>()
  for (const found of await findFiles(set, means)) {
    const { file, stamp } = await inspectBetweenStamps(found, set, spool)
    files.push(file)
    stamps.set(file.path, stamp)
  }
  return {
    files,
    checkUnchanged: async (loaded) => {
      for (const file of loaded) {
        const stamp = stamps.get(file.path)
        if (stamp) compareStamps(stamp, await stampOf(stamp.place, file.shownPath), file.shownPath)
      }
    },
    close: () => spool.close(),
  }
}

async function inspectBetweenStamps(found: FoundFile, { options }: FileSet, spool: Spool) {
  const { readPath: path, shownPath } = found
  const stamp = await settledStampOf(path, shownPath)
  const bytes = Number(stamp.size)
  const [contents, checksum] = await Promise.all([
    inspectFile(found, options, spool),
    checksumOf(path, bytes).catch((error: unknown) => {
      throw toFileError(error, shownPath)
    }),
  ])
  // Of a file that was written meanwhile, each may have read something else.
  compareStamps(stamp, await stampOf(path, shownPath), shownPath)
  return { file: { ...contents, bytes, checksum }, stamp }
}
