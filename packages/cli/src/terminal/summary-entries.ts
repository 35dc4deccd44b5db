import type { Node, RunResult, StepResult } from '@btn/core'
import { factOf, isError, renderText, type Diagnostic } from '@btn/diagnostics'
import { count, emptyLine, line, type Entry, type Level } from './entry.ts'
import { nodeInfo } from './node-info.ts'
import type { Painter } from './paint.ts'
import { paintDifference } from './paint-difference.ts'
import type { Nodes } from './run-entries.ts'
import { ephemeralStatus, isSkippedForMistake } from './skipped-for-mistake.ts'
import { sampleText } from './table.ts'
import { formatSeconds } from './status-line.ts'
import { headingEntry } from './stop-entries.ts'

/** Counts of dbt's closing line. Hooks count, as in dbt. */
export interface Tally {
  readonly pass: number
  readonly warn: number
  readonly error: number
  readonly skip: number
  readonly noop: number
  readonly reused: number
  readonly total: number
}

const bins: Record<StepResult['status'], Exclude<keyof Tally, 'total'>> = {
  success: 'pass',
  'partial success': 'error',
  pass: 'pass',
  warn: 'warn',
  error: 'error',
  fail: 'error',
  skipped: 'skip',
  'no-op': 'noop',
}

export function tally(results: readonly StepResult[]): Tally {
  const counts = { pass: 0, warn: 0, error: 0, skip: 0, noop: 0, reused: 0, total: results.length }
  for (const result of results) counts[bins[result.status]]++
  return counts
}

/** What a person can type to see more of a failed node. */
export type Advice = (node: Node, result: StepResult) => string | undefined

interface SummaryOptions {
  /** dbt says of no clone how many it made, nor of nothing. */
  readonly isUncounted?: boolean
  readonly advise: Advice
  /** What `seed --show` has to show. */
  readonly previews?: readonly Entry[]
}

/** Everything after the last node: how it ended, each failure and warning in full, the counts. */
export function summaryEntries(
  run: RunResult,
  nodes: Nodes,
  { advise, previews = [], isUncounted = false }: SummaryOptions,
): readonly Entry[] {
  return [
    ...(isUncounted ? [] : [emptyLine, finishedEntry(run, nodes)]),
    ...previews,
    ...endEntries(run, nodes, advise),
  ]
}

/** Of a run that the template of a hook ended, in dbt's order: at its start, there was no more than the hooks before. */
export function brokenOffEntries(
  run: RunResult,
  nodes: Nodes,
  { when, advise }: Pick<SummaryOptions, 'advise'> & { readonly when: 'start' | 'end' },
): readonly Entry[] {
  const ends = when === 'end' ? endEntries({ ...run, isInterrupted: true }, nodes, advise) : []
  return [...ends, emptyLine, finishedEntry(run, nodes)]
}

function endEntries(run: RunResult, nodes: Nodes, advise: Advice): readonly Entry[] {
  const counts = tally(run.results)
  const errors = pick(run, 'error')
  const troubles = [...errors, ...pick(run, 'warn')]
  return [
    emptyLine,
    endEntry(run, { ...countEnds(errors), warn: counts.warn }),
    ...troubles.flatMap((result) => troubleEntries(result, nodes, advise)),
    emptyLine,
    statsEntry(counts),
  ]
}

/** Each failure in full, for commands whose result is data: in dbt, the first one stops them. */
export function failureEntries(run: RunResult, nodes: Nodes): readonly Entry[] {
  const errors = pick(run, 'error')
  const [first] = errors
  const troubles = [...errors, ...pick(run, 'warn')]
  return [
    ...(first ? [headingEntry('Runtime Error', [first.message ?? first.status])] : []),
    ...troubles.flatMap((result) => troubleEntries(result, nodes, () => undefined)),
  ]
}

/** After the last source: how long it took, and what failed. */
export function freshnessEntries(run: RunResult, nodes: Nodes): readonly Entry[] {
  return [
    emptyLine,
    finishedEntry(run, nodes),
    ...pick(run, 'error').flatMap((result) => troubleEntries(result, nodes, () => undefined)),
    line('FreshnessCheckComplete', 'Q003', 'Done.'),
  ]
}

function pick(run: RunResult, bin: keyof Tally): readonly StepResult[] {
  return run.results.filter((result) =>
    isSkippedForMistake(result) ? bin === 'error' : bins[result.status] === bin,
  )
}

function finishedEntry(run: RunResult, nodes: Nodes): Entry {
  const seconds = (run.completedAt.getTime() - run.startedAt.getTime()) / 1000
  const stats = countKinds(run, nodes)
  const text = `Finished running ${stats} in ${formatSeconds(seconds)}.`
  return line('FinishedRunningStats', 'E047', text, {
    stat_line: stats,
    execution: ` in ${inWords(seconds)}`,
    execution_time: seconds,
  })
}

/** As dbt says it to programs: `0 hours 1 minutes and 2.50 seconds (62.50s)` without what stands in parentheses. */
function inWords(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return `${hours} hours ${minutes} minutes and ${(seconds % 60).toFixed(2)} seconds`
}

const pluralOf = (kind: string): string => kind.replace(/y$/, 'ie').concat('s')

function countKinds(run: RunResult, nodes: Nodes): string {
  const counts = new Map<string, number>()
  for (const { node: id } of run.results) {
    const node = nodes.get(id)
    const kind = node ? kindOf(node) : 'node'
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const kinds = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return kinds.map(([kind, n]) => count(n, kind, pluralOf(kind))).join(', ') || 'nothing'
}

const kindNames: Partial<Record<Node['kind'], string>> = {
  test: 'data test',
  unit_test: 'unit test',
}

function kindOf(node: Node): string {
  if (node.kind === 'model') return `${String(node.config['materialized'] ?? 'view')} model`
  if (node.kind === 'operation') return 'project hook'
  return kindNames[node.kind] ?? node.kind
}

/** What the line before the failures counts. */
interface Ends {
  readonly error: number
  readonly partial: number
  readonly warn: number
}

function countEnds(errors: readonly StepResult[]): Pick<Ends, 'error' | 'partial'> {
  const partial = errors.filter(({ status }) => status === 'partial success').length
  return { error: errors.length - partial, partial }
}

function endEntry(run: RunResult, counts: Ends): Entry {
  const warnings = count(counts.warn, 'warning')
  const partial = `${counts.partial} partial ${counts.partial === 1 ? 'success' : 'successes'}`
  const [text, tone] = run.isInterrupted
    ? (['Stopped before the end', 'warn'] as const)
    : counts.error > 0
      ? ([
          `Completed with ${count(counts.error, 'error')}, ${partial}, and ${warnings}:`,
          'bad',
        ] as const)
      : counts.partial > 0
        ? ([`Completed with ${partial} and ${warnings}`, 'warn'] as const)
        : counts.warn > 0
          ? ([`Completed with ${warnings}:`, 'warn'] as const)
          : (['Completed successfully', 'good'] as const)
  return {
    ...line('EndOfRunSummary', 'Z030', text),
    text: (style) => style.paint[tone](text),
    data: {
      num_errors: counts.error,
      num_warnings: counts.warn,
      num_partial_success: counts.partial,
      keyboard_interrupt: run.isInterrupted,
    },
  }
}

function troubleEntries(result: StepResult, nodes: Nodes, advise: Advice): readonly Entry[] {
  const node = nodes.get(result.node)
  if (!node) return []
  // The line of its own has said it.
  if (ephemeralStatus(result) === 'skipped')
    return [{ ...bodyEntry(node, result), level: 'debug', show: 'detail' }]
  return [
    { ...emptyLine, isContinued: true, level: levelOf(result.status), show: 'plain' },
    headEntry(node, result),
    bodyEntry(node, result),
    ...sampleEntry(node, result),
    ...pathEntry(node, result),
    ...adviceEntry(node, result, advise),
  ]
}

function levelOf(status: StepResult['status']): Level {
  return status === 'warn' ? 'warn' : 'error'
}

/** People are told it wherever they are told of the error. */
function besideTrouble(status: StepResult['status']): Pick<Entry, 'show'> {
  return levelOf(status) === 'error' ? { show: 'trouble' } : {}
}

function headEntry(node: Node, result: StepResult): Entry {
  const isWarning = result.status === 'warn'
  const day = result.date === undefined ? '' : ` of ${result.date}`
  const where = `in ${node.kind} ${node.name}${day} (${node.originalPath})`
  return {
    name: isWarning ? 'RunResultWarning' : 'RunResultFailure',
    code: isWarning ? 'Z021' : 'Z022',
    isContinued: true,
    level: isWarning ? 'warn' : 'error',
    text: ({ paint }) =>
      `[${isWarning ? paint.warn('WARNING') : paint.bad('ERROR')}]: ${paint.strong(where)}`,
    data: {
      resource_type: node.kind,
      node_name: node.name,
      path: node.originalPath,
      node_info: nodeInfo(node, result.status, result),
    },
  }
}

/** Diagnostics with their code frames where there are some; else what the database or the test said. */
function bodyEntry(node: Node, result: StepResult): Entry {
  const isWarning = result.status === 'warn'
  const message = result.message ?? `Status: ${result.status}`
  return {
    name: isWarning ? 'RunResultWarningMessage' : 'RunResultError',
    code: isWarning ? 'Z046' : 'Z024',
    isContinued: true,
    level: isWarning ? 'warn' : 'error',
    text: ({ paint }) =>
      result.diagnostics.length > 0
        ? [
            ...exceptionLine(message),
            ...result.diagnostics.map((item) => inFull(item, paint)),
          ].join('\n')
        : node.kind === 'unit_test'
          ? paintDifference(message, paint)
          : `  ${message}`,
    message: `  ${message}`,
    data: { msg: message, node_info: nodeInfo(node, result.status, result) },
  }
}

/** What dbt calls the exception, and where: scripts that judge a run by its output look for that line. */
function exceptionLine(message: string): readonly string[] {
  const [first = ''] = message.split('\n')
  return / Error in /.test(first) ? [`  ${first}`] : []
}

/** A mistake of a node, below the few words by which readers of dbt's logs know it. */
function inFull(item: Diagnostic, paint: Painter): string {
  const fact = isError(item) ? factOf(item) : undefined
  const text = renderText(item, paint)
  return fact === undefined ? text : `  ${fact.replaceAll('\n', '\n  ')}\n${text}`
}

/** The first rows that failed, where they are kept. */
function sampleEntry(node: Node, { tested, status }: StepResult): readonly Entry[] {
  const sample = tested?.sample
  if (node.kind !== 'test' || !sample || sample.rows.length === 0) return []
  const text = sampleText(sample, node.generic?.columnName)
  return [
    {
      ...line('Formatting', 'Z017', text.replace(/^/gm, '  ')),
      level: levelOf(status),
      show: 'plain',
      isContinued: true,
    },
  ]
}

function pathEntry(node: Node, { compiledPath, status }: StepResult): readonly Entry[] {
  if (compiledPath === undefined) return []
  return [
    {
      ...line('SQLCompiledPath', 'Z026', `  compiled code at ${compiledPath}`),
      ...besideTrouble(status),
      isContinued: true,
      data: { path: compiledPath, node_info: nodeInfo(node, status) },
    },
  ]
}

function adviceEntry(node: Node, result: StepResult, advise: Advice): readonly Entry[] {
  const words = advise(node, result)
  if (words === undefined) return []
  return [
    {
      ...line('CheckNodeTestFailure', 'Z027', `  see the rows: ${words}`),
      ...besideTrouble(result.status),
      isContinued: true,
      text: ({ paint }) => `  see the rows: ${paint.strong(words)}`,
      data: { relation_name: result.relationName ?? '', node_info: nodeInfo(node, result.status) },
    },
  ]
}

function statsEntry(counts: Tally): Entry {
  const { pass, warn, error, skip, noop, reused, total } = counts
  const text = `Done. PASS=${pass} WARN=${warn} ERROR=${error} SKIP=${skip} NO-OP=${noop} REUSED=${reused} TOTAL=${total}`
  return line('StatsLine', 'Z023', text, {
    stats: { pass, warn, error, skip, noop, reused, total },
  })
}
