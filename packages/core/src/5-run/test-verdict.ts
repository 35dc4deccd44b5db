import type { SqlTable, SqlValue } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { hasShareLimit, limitOf, shareOf, type TestLimit } from '../data-tests/index.ts'
import type { Config } from '../types/index.ts'
import type { Counted } from './data-test/counted.ts'
import type { RunFlags } from './run-input.ts'
import type { StepEnding } from './step-context.ts'

/** Judges the row that a test's query gives: failures, should_warn, should_error. */
export function toVerdict(
  { table, config, rows }: Counted & { readonly config: Config },
  flags: Pick<RunFlags, 'warn_error' | 'warn_error_options'>,
): StepEnding {
  const { failures, shouldWarn, shouldError } = readRow(table)
  const share = rows === undefined ? undefined : shareOf(failures, rows)
  const [warnIf, errorIf] = [limitOf(config, 'warn_if'), limitOf(config, 'error_if')]
  const isMet = ({ share: limit }: TestLimit, otherwise: boolean): boolean =>
    limit && rows !== undefined ? limit.isMet(failures, rows) : otherwise
  const results = describe(failures, hasShareLimit(config) ? rows : undefined)
  const isSevere = String(config['severity'] ?? 'error').toLowerCase() === 'error'
  const tested = { failures, rows, share }
  const failed = ({ text }: TestLimit): StepEnding => ({
    status: 'fail',
    message: `${results}, configured to fail if ${text}`,
    failures,
    tested,
  })
  if (isSevere && isMet(errorIf, shouldError)) return failed(errorIf)
  if (!isMet(warnIf, shouldWarn)) return { status: 'pass', failures: 0, tested }
  if (areWarningsErrors(flags)) return failed(warnIf)
  const message = `${results}, configured to warn if ${warnIf.text}`
  return { status: 'warn', message, failures, tested }
}

function describe(failures: number, rows: number | undefined): string {
  const results = `Got ${failures} result${failures === 1 ? '' : 's'}`
  if (rows === undefined) return results
  const percent = shareOf(failures, rows) * 100
  const shown = percent >= 0.01 || percent === 0 ? percent.toFixed(2) : percent.toPrecision(1)
  return `${results} of ${rows.toLocaleString('en-US')} row${rows === 1 ? '' : 's'} (${Number(shown)} %)`
}

interface TestRow {
  readonly failures: number
  readonly shouldWarn: boolean
  readonly shouldError: boolean
}

function readRow({ columns, rows }: SqlTable): TestRow {
  const names = columns.map((column) => column.name.toLowerCase())
  const row = rows[0]
  if (!row || rows.length !== 1 || names.length !== 3) {
    throw new DiagnosticError(
      diagnostic('test-result-shape', { rows: rows.length, columns: names }),
    )
  }
  const cell = (name: string): SqlValue => row[names.indexOf(name)] ?? null
  return {
    failures: readCount(cell('failures')),
    shouldWarn: readClaim('should_warn', cell('should_warn')),
    shouldError: readClaim('should_error', cell('should_error')),
  }
}

function readCount(value: SqlValue): number {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : value
  const count = text === null || typeof text === 'object' ? Number.NaN : Number(text)
  if (Number.isNaN(count)) throw wrongValue('failures', value)
  return Math.trunc(count)
}

const TRUE = new Set(['y', 'yes', 't', 'true', 'on', '1'])
const FALSE = new Set(['n', 'no', 'f', 'false', 'off', '0'])

function readClaim(column: string, value: SqlValue): boolean {
  if (typeof value === 'boolean' || value === null) return value === true
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value) !== 0
  const word = typeof value === 'string' ? value.toLowerCase() : ''
  if (TRUE.has(word)) return true
  if (FALSE.has(word)) return false
  throw wrongValue(column, value)
}

function wrongValue(column: string, value: SqlValue): DiagnosticError {
  const shown = value === null ? 'null' : typeof value === 'object' ? value.kind : String(value)
  return new DiagnosticError(diagnostic('test-result-value', { column, value: shown }))
}

/** dbt's event for the outcome of a test. */
const EVENT_NAMES = ['LogTestResult', 'Q007']

function areWarningsErrors({
  warn_error,
  warn_error_options: options,
}: Pick<RunFlags, 'warn_error' | 'warn_error_options'>): boolean {
  const names = (list: readonly string[]): boolean => EVENT_NAMES.some((it) => list.includes(it))
  if (names(options.silence) || names(options.warn)) return false
  return (
    warn_error ||
    names(options.error) ||
    options.error.includes('all') ||
    options.error.includes('*')
  )
}
