import type { FileSet } from '@btn/adapter'
import { findFiles, type FoundFile, type Means } from './find-files.ts'
import { inspectFile } from './inspect-file.ts'
import type { FileInspection, InspectFiles, ScannableFile } from './inspection.ts'
import { removeDeadSpools, Spool } from './spool.ts'
import { checkFile, compareStamps, stampOf, type FileStamp } from './unchanged.ts'

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
        if (stamp) await checkFile(file, stamp)
      }
    },
    close: () => spool.close(),
  }
}

async function inspectBetweenStamps(found: FoundFile, { options }: FileSet, spool: Spool) {
  const { readPath: path, shownPath } = found
  const stamp = await stampOf(path, shownPath)
  const file = await inspectFile(found, options, spool)
  const now = await stampOf(path, shownPath)
  // Of a file that is being written, more or less may have been read than it had at either moment.
  compareStamps(stamp, { ...now, size: BigInt(file.bytes) }, shownPath)
  compareStamps(stamp, now, shownPath)
  return { file, stamp }
}
