import { isAbsolute, join } from 'node:path'
import type { Database, FileSet } from '@btn/adapter'
import { DiagnosticError } from '@btn/diagnostics'
import type { LoadSpec } from '../types/index.ts'

/** The files of a load; `date` stands for `{date}` in their names. */
export function toFileSet(
  { from, format, options }: Pick<LoadSpec, 'from' | 'format' | 'options'>,
  { projectRoot, date }: { readonly projectRoot: string; readonly date: string | undefined },
): FileSet {
  return {
    patterns: from.map((it) => absolutePath(it.replaceAll('{date}', date ?? ''), projectRoot)),
    ...(format && { format }),
    options,
    root: projectRoot,
  }
}

/** URLs stay as they are. */
export function absolutePath(path: string, root: string): string {
  return isAbsolute(path) || /^[a-z][a-z0-9+.-]+:\/\//i.test(path) ? path : join(root, path)
}

/** The pattern that matches no file of a date; undefined when each matches one. */
export async function findMissingInput(
  database: Database,
  load: LoadSpec,
  at: { readonly projectRoot: string; readonly date: string },
): Promise<string | undefined> {
  const set = toFileSet(load, at)
  for (const [index, pattern] of set.patterns.entries()) {
    if (!load.from[index]?.includes('{date}')) continue
    try {
      await database.loader.find({ ...set, patterns: [pattern] })
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      return (load.from[index] ?? pattern).replaceAll('{date}', at.date)
    }
  }
  return undefined
}
