import { readFile } from 'node:fs/promises'
import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { readError } from '../database-error.ts'
import { notUtf8 } from './not-utf8.ts'
import { readAllRecords, type SeedFile } from './seed-file.ts'
import { findPlace } from './seed-place.ts'

const MAX_ROWS = 10

/** Says in btn's words what DuckDB's reader found wrong with a file; nothing when the error is of another kind. */
export async function explainCsvError(
  file: SeedFile,
  error: unknown,
): Promise<readonly Diagnostic[]> {
  const { message } = readError(error)
  const path = file.shownPath
  if (/^No files found|No such file/.test(message)) return [diagnostic('seed-missing', { path })]
  if (message.includes('not utf-8 encoded')) {
    return [notUtf8(path, await readFile(file.path))]
  }
  if (message.includes('reached an invalid state'))
    return [diagnostic('seed-breaks-mixed', { path })]
  const line = Number(/^CSV Error on Line: (\d+)/.exec(message)?.[1])
  if (!Number.isSafeInteger(line)) return []
  const expected = Number(/Expected Number of Columns: (\d+)/.exec(message)?.[1])
  const ragged = Number.isSafeInteger(expected) ? await findRaggedRows(file, expected) : []
  if (ragged.length > 0) return ragged
  const where = { span: await findPlace(file, { line }) }
  if (message.includes('unterminated quote'))
    return [diagnostic('seed-quote-open', { path }, where)]
  const reason = message.split('\n').find((text) => !/^(?:CSV Error|Original Line|\s*$)/.test(text))
  return [diagnostic('seed-row-unreadable', { path, problem: reason ?? message }, where)]
}

/** Rows whose number of values is not that of the header: DuckDB stops at the first; a user wants to know them all. */
export async function findRaggedRows(
  file: SeedFile,
  expected: number,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = []
  for await (const records of readAllRecords(file)) {
    for (const { fields, line } of records) {
      // DuckDB passes over blank lines, and over one delimiter too many at the end of a row.
      const isExcused = fields.length === expected + 1 && fields.at(-1) === ''
      if (fields.length === expected || fields.length === 0 || isExcused) continue
      const params = { path: file.shownPath, expected, found: fields.length }
      const span = await findPlace(file, { line })
      found.push(diagnostic('seed-row-ragged', params, { span }))
      if (found.length === MAX_ROWS) return found
    }
  }
  return found
}
