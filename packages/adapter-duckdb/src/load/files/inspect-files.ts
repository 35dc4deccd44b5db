import type { FileSet } from '@btn/adapter'
import { findFiles } from './find-files.ts'
import { inspectFile } from './inspect-file.ts'
import type { FileInspection, InspectFiles, ScannableFile } from './inspection.ts'
import { Spool } from './spool.ts'
import { compareStamps, stampOf, type FileStamp } from './unchanged.ts'

export const inspectFiles: InspectFiles = async (set) => {
  const spool = new Spool()
  try {
    return await inspectAll(set, spool)
  } catch (error) {
    await spool.close()
    throw error
  }
}

async function inspectAll(set: FileSet, spool: Spool): Promise<FileInspection> {
  const files: ScannableFile[] = []
  const stamps = new Map<string, FileStamp>()
  for (const found of await findFiles(set)) {
    const { path, shownPath } = found
    const stamp = await stampOf(path, shownPath)
    stamps.set(path, stamp)
    files.push(await inspectFile(found, set.options, spool))
    compareStamps(stamp, await stampOf(path, shownPath), shownPath)
  }
  return {
    files,
    checkUnchanged: async (loaded) => {
      for (const { path, shownPath } of loaded) {
        const before = stamps.get(path)
        if (before) compareStamps(before, await stampOf(path, shownPath), shownPath)
      }
    },
    close: () => spool.close(),
  }
}
