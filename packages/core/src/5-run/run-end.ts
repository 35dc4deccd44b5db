import type { RunEnd } from '../context/runtime.ts'
import type { Node, NodeId, StepResult } from '../types/index.ts'
import type { StepEnd } from './schedule.ts'
import type { RunFlags } from './run-input.ts'

// What the ends of steps mean: to the steps behind them, to the hooks at the end, to who reads results.

const FAILURES: ReadonlySet<StepResult['status']> = new Set(['error', 'fail', 'partial success'])

/** What the end of a step means to those that wait for it. dbt's `on_error: continue` lets the children run. */
export function judgeEnd(
  result: StepResult,
  node: Node | undefined,
  flags: Pick<RunFlags, 'fail_fast'>,
): StepEnd {
  if (result.status === 'skipped') return 'skipped'
  if (!FAILURES.has(result.status)) return 'passed'
  // What comes behind a monitor in the graph reads what it found, be it bad.
  if (node?.kind === 'monitor' && node.spec.onError !== 'stop') return 'passed'
  return node?.config['on_error'] === 'continue' && !flags.fail_fast ? 'passed' : 'failed'
}

/** What the hooks at the end are told of the run. */
export function toRunEnd(all: readonly StepResult[], nodeOf: (id: NodeId) => Node): RunEnd {
  const pairs = new Map<string, readonly [string, string]>()
  for (const { node: id, status } of all) {
    const node = nodeOf(id)
    const isBuilt = 'relationName' in node && node.relationName !== undefined
    if (!isBuilt || node.kind === 'source' || status === 'error' || status === 'fail') continue
    if (status === 'skipped') continue
    pairs.set(`${node.database}\0${node.schema}`, [node.database, node.schema])
  }
  const databaseSchemas = [...pairs.values()]
  const schemas = [...new Set(databaseSchemas.map(([, schema]) => schema))]
  const results = all.filter((it) => it.threadId !== 'main' || it.status === 'error')
  return { results, schemas, databaseSchemas }
}

/** A result in which the names stand that everybody knows. */
export function withPublicResult(naming: (text: string) => string, result: StepResult): StepResult {
  const { relationName, compiledCode, message } = result
  const named = (text: string | undefined) => text && naming(text)
  return {
    ...result,
    relationName: named(relationName),
    compiledCode: named(compiledCode),
    message: named(message),
  }
}
