import { isDescribed } from '../described/is-described.ts'
import { formatInstant, type Interval } from '../intervals/index.ts'
import type { BatchResults, JsonObject, Node, StepResult } from '../types/index.ts'
import { toTimingJson } from './timing-json.ts'

/** One entry of `run_results.json` v6. */
export function toResultJson(result: StepResult, node: Node | undefined): JsonObject {
  // Seeds are never compiled, and dbt says nothing about their relation here.
  const isCompilable =
    node !== undefined && node.kind !== 'seed' && node.kind !== 'source' && !isDescribed(node)
  const isCompiled = result.compiledCode !== undefined
  // What dbt makes of a unit test has no such field before its SQL is there.
  const isUntold = !isCompilable || (node.kind === 'unit_test' && !isCompiled)
  return {
    status: result.status,
    timing: toTimingJson(result.timing),
    thread_id: result.threadId,
    execution_time: result.executionTime,
    adapter_response: result.adapterResponse,
    message: result.message ?? null,
    failures: result.failures ?? null,
    unique_id: result.node,
    compiled: isUntold ? null : isCompiled,
    compiled_code: isCompilable ? (result.compiledCode ?? null) : null,
    relation_name: isCompilable && 'relationName' in node ? (node.relationName ?? null) : null,
    batch_results: result.batches ? toBatchesJson(result.batches) : null,
    overload_results: result.overloads
      ? { successful: result.overloads.successful, failed: result.overloads.failed }
      : null,
  }
}

function toBatchesJson({ successful, failed }: BatchResults): JsonObject {
  return { successful: successful.map(toPair), failed: failed.map(toPair) }
}

function toPair({ start, end }: Interval): readonly string[] {
  return [start, end].map((instant) => formatInstant(instant).replace(' ', 'T'))
}
