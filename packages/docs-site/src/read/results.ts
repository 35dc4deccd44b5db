import type { JsonObject, LastRun, RunInfo, Status } from '../data/index.ts'
import type { Artifacts } from './artifacts.ts'
import { entriesAt, numberAt, objectAt, objectsAt, settled, textAt } from './json.ts'

export interface Results {
  /** The runs of each node and test, newest first. */
  readonly runs: ReadonlyMap<string, readonly RunInfo[]>
  readonly last?: LastRun
}

const statuses: Readonly<Record<string, Status>> = {
  success: 'success',
  pass: 'pass',
  warn: 'warn',
  fail: 'fail',
  error: 'error',
  'runtime error': 'error',
  skipped: 'skipped',
  'no-op': 'no-op',
  'partial success': 'partial success',
}

export function toStatus(word: string | undefined): Status | undefined {
  return word === undefined ? undefined : statuses[word]
}

/** Commands whose results say nothing of data: that SQL could be rendered is no success. */
const silent = new Set([
  ...['compile', 'generate', 'docs generate', 'docs', 'list', 'ls', 'parse', 'show', 'freshness'],
  ...['source', 'source freshness', 'run-operation', 'retry-compile', 'clone'],
])

/** What is known of runs: from `history.json`, and from `run_results.json` where that one knows something newer. */
export function readResults({
  runResults,
  history,
}: Pick<Artifacts, 'runResults' | 'history'>): Results {
  const runs = new Map<string, readonly RunInfo[]>()
  for (const [id, json] of entriesAt(history, 'nodes')) {
    const known = objectsAt(json, 'runs').flatMap(toRun)
    if (known.length > 0) runs.set(id, known)
  }
  if (!runResults || isSilent(runResults)) {
    const last = toLast(objectAt(history, 'last_run'))
    return last ? { runs, last } : { runs }
  }
  for (const json of objectsAt(runResults, 'results')) {
    const id = textAt(json, 'unique_id')
    const run = toLastRunInfo(json)
    if (id && run) runs.set(id, withNewest(run, runs.get(id) ?? []))
  }
  return { runs, last: lastRunOf(runResults) }
}

export function isSilent(runResults: JsonObject): boolean {
  const args = objectAt(runResults, 'args')
  const which = textAt(args, 'which') ?? textAt(args, 'rpc_method')
  return which !== undefined && silent.has(which)
}

/** A run that the history has already is not told twice. */
function withNewest(run: RunInfo, known: readonly RunInfo[]): readonly RunInfo[] {
  const [newest] = known
  if (!newest) return [run]
  if (!run.at || !newest.at) return known
  const later = Date.parse(run.at) - Date.parse(newest.at)
  if (later === 0) return [{ ...run, ...newest }, ...known.slice(1)]
  // What the audit log told of the same run has a later time.
  return later > 0 ? [run, ...known] : known
}

/** The audit log notes a node's end a moment after the artifact does. */
const SAME_RUN_MS = 5000

export function sameRun(a: RunInfo, b: RunInfo): boolean {
  const apart = Date.parse(a.at ?? '') - Date.parse(b.at ?? '')
  return a.status === b.status && Math.abs(apart) < SAME_RUN_MS
}

/** What successful nodes say tells nobody anything. */
function isFine(status: Status): boolean {
  return status === 'success' || status === 'pass'
}

/** What was not done took no time: the artifacts say 0. */
function secondsOf(status: Status, seconds: number | undefined): number | undefined {
  return status === 'skipped' ? undefined : seconds
}

/** A run as `history.json` has it. */
export function toRun(json: JsonObject): readonly RunInfo[] {
  const status = toStatus(textAt(json, 'status'))
  if (!status) return []
  return [
    settled<RunInfo>({
      status,
      at: textAt(json, 'at'),
      seconds: secondsOf(status, numberAt(json, 'seconds')),
      rows: numberAt(json, 'rows'),
      failures: numberAt(json, 'failures'),
      message: isFine(status) ? undefined : textAt(json, 'message'),
      partition: textAt(json, 'partition'),
    }),
  ]
}

/** A run as `run_results.json` has it. */
export function toLastRunInfo(json: JsonObject): RunInfo | undefined {
  const status = toStatus(textAt(json, 'status'))
  if (!status) return undefined
  const ended = objectsAt(json, 'timing').at(-1)
  const rows = numberAt(objectAt(json, 'adapter_response'), 'rows_affected')
  const message = textAt(json, 'message')
  return settled<RunInfo>({
    status,
    at: textAt(ended, 'completed_at'),
    seconds: secondsOf(status, numberAt(json, 'execution_time')),
    // Adapters that do not know say -1.
    rows: rows !== undefined && rows >= 0 ? rows : undefined,
    failures: numberAt(json, 'failures'),
    message: isFine(status) ? undefined : message,
  })
}

function toLast(json: JsonObject): LastRun | undefined {
  const at = textAt(json, 'at')
  if (!at) return undefined
  const counts: Partial<Record<Status, number>> = {}
  for (const [word, count] of Object.entries(objectAt(json, 'counts'))) {
    const status = toStatus(word)
    if (status && typeof count === 'number') counts[status] = count
  }
  return settled<LastRun>({
    at,
    command: textAt(json, 'command'),
    seconds: numberAt(json, 'seconds'),
    counts,
  })
}

function lastRunOf(runResults: JsonObject): LastRun {
  const counts: Partial<Record<Status, number>> = {}
  for (const json of objectsAt(runResults, 'results')) {
    const status = toStatus(textAt(json, 'status'))
    if (status) counts[status] = (counts[status] ?? 0) + 1
  }
  return settled<LastRun>({
    at: textAt(objectAt(runResults, 'metadata'), 'generated_at') ?? '',
    command: textAt(objectAt(runResults, 'args'), 'which'),
    seconds: numberAt(runResults, 'elapsed_time'),
    counts,
  })
}

/** SQL by node, as the run noted it. */
export function readCompiled(runResults: JsonObject | undefined): ReadonlyMap<string, string> {
  const compiled = new Map<string, string>()
  for (const json of objectsAt(runResults, 'results')) {
    const [id, code] = [textAt(json, 'unique_id'), textAt(json, 'compiled_code')]
    if (id && code) compiled.set(id, code)
  }
  return compiled
}
