import { readFile } from 'node:fs/promises'
import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { readError } from '../database-error.ts'
import { findBadByte, type SeedFile } from './seed-file.ts'
import { findPlace } from './seed-place.ts'

/** Says in btn's words what DuckDB's reader found wrong with a file; undefined when the error is of another kind. */
export async function explainCsvError(
  file: SeedFile,
  error: unknown,
): Promise<Diagnostic | undefined> {
  const { message } = readError(error)
  const path = file.shownPath
  if (/^No files found|No such file/.test(message)) return diagnostic('seed-missing', { path })
  if (message.includes('not utf-8 encoded')) {
    return diagnostic('file-not-utf8', { path, byte: findBadByte(await readFile(file.path)) })
  }
  const isInvalidState = message.includes('reached an invalid state')
  const line = Number(/^CSV Error on Line: (\d+)/.exec(message)?.[1])
  if (isInvalidState) return diagnostic('seed-breaks-mixed', { path })
  if (!Number.isSafeInteger(line)) return undefined
  const where = { span: await findPlace(file, { line }) }
  const count = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message)
  if (count) {
    const params = { path, expected: Number(count[1]), found: Number(count[2]) }
    return diagnostic('seed-row-ragged', params, where)
  }
  if (message.includes('unterminated quote')) return diagnostic('seed-quote-open', { path }, where)
  const reason = message.split('\n').find((text) => !/^(?:CSV Error|Original Line|\s*$)/.test(text))
  return diagnostic('seed-row-unreadable', { path, problem: reason ?? message }, where)
}
