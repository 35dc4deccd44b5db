import { isAbsolute, relative, sep } from 'node:path'
import type { Database } from '@btn/adapter'
import { DiagnosticError } from '@btn/diagnostics'
import type { LoadSpec } from '../types/index.ts'
import { absolutePath } from './find-missing-input.ts'

/** A file of a date. */
export interface DatedFile {
  readonly date: string
  /** As the audit log has it. */
  readonly shownPath: string
}

const DATE = '{date}'
const ANY_DATE = '????-??-??'
const CAPTURED = String.raw`(\d{4}-\d{2}-\d{2})`

/** The files of a load for all dates that there are. */
export async function findDatedFiles(
  database: Database,
  load: LoadSpec,
  projectRoot: string,
): Promise<readonly DatedFile[]> {
  const files: DatedFile[] = []
  for (const pattern of load.from.filter((it) => it.includes(DATE))) {
    const path = absolutePath(pattern, projectRoot)
    const shape = shapeOf(showPath(path, projectRoot))
    for (const shownPath of await findAny(database, path.replaceAll(DATE, ANY_DATE), projectRoot)) {
      const date = shape.exec(shownPath)?.[1]
      if (date !== undefined) files.push({ date, shownPath })
    }
  }
  return files
}

async function findAny(database: Database, pattern: string, root: string) {
  try {
    return await database.loader.find({ patterns: [pattern], options: {}, root })
  } catch (error) {
    // No file of any date is an answer.
    if (error instanceof DiagnosticError) return []
    throw error
  }
}

function showPath(path: string, root: string): string {
  const inner = relative(root, path)
  const isBelow = !inner.startsWith('..') && !isAbsolute(inner)
  return (isBelow ? inner : path).split(sep).join('/')
}

/** A pattern as an expression that tells the date; the first of several, where the date stands more than once. */
function shapeOf(pattern: string): RegExp {
  const parts = pattern.split(DATE).map((part) =>
    part
      .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('**', '\0')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')
      .replaceAll('\0', '.*'),
  )
  const [first = '', second = '', ...others] = parts
  const rest = others.map((part) => String.raw`\1` + part).join('')
  return new RegExp(`^${first}${CAPTURED}${second}${rest}$`)
}
