import {
  diagnostic,
  DiagnosticError,
  span,
  type Code,
  type Params,
  type Span,
} from '@btn/diagnostics'
import { SpoolError } from './spool.ts'

/** Longer lines are cut for people. */
const SHOWN = 200

export function fail<C extends Code>(code: C, params: Params<C>, place?: Span): DiagnosticError {
  return new DiagnosticError(diagnostic(code, params, { span: place }))
}

/** A line of a file of any size, from a column on; nothing of it is shown where its text is not at hand. */
export function placeOfLine(shownPath: string, line: number, text = '', column = 0): Span {
  const shown = text.slice(0, SHOWN)
  const start = column < shown.length ? column : 0
  return span({ path: shownPath, text: shown, firstLine: line }, start, shown.length)
}

/** What a file system says, in words. */
export function toFileError(error: unknown, shownPath: string): unknown {
  if (!(error instanceof Error) || error instanceof DiagnosticError) return error
  const code = codeOf(error)
  if (error instanceof SpoolError) {
    const problem = words[codeOf(error.cause)] ?? error.message
    return fail('load-copy-failed', { path: shownPath, folder: error.folder, problem })
  }
  if (code === 'ENOENT') return fail('load-file-missing', { path: shownPath })
  if (code in words) {
    return fail('load-file-unreadable', { path: shownPath, problem: words[code] ?? code })
  }
  // zlib's codes: Z_DATA_ERROR, Z_BUF_ERROR, ZSTD_error_…
  const isDamaged = /^(Z_|ZSTD_|ERR_ZLIB)/.test(code) || isOfFzstd(error)
  if (isDamaged) return fail('load-file-damaged', { path: shownPath, problem: error.message })
  return error
}

/** The same for what is written; undefined for what no file system says. */
export function describeFault(error: unknown): string | undefined {
  return words[codeOf(error)]
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'a file is where a folder must be',
  EISDIR: 'it is a folder',
  EPERM: 'permission denied',
  EDQUOT: 'no space is left for this user',
  ENOSPC: 'no space is left',
  EROFS: 'nothing can be written there',
  EIO: 'the disk reports an error',
  ELOOP: 'its links go in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOTDIR: 'a part of the path is no folder',
  ESTALE: 'the network drive has forgotten it',
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Its errors have a number for a code. */
function isOfFzstd(error: Error): boolean {
  return 'code' in error && typeof error.code === 'number'
}
