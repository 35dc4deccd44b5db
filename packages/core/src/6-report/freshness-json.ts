import type { JsonObject, Manifest, RunResult, StepResult } from '../types/index.ts'
import { toTimingJson } from './timing-json.ts'

/** The body of `sources.json` v3. As in dbt, sources whose age could not be found out are left out. */
export function toFreshnessJson(run: RunResult, manifest: Manifest): JsonObject {
  return {
    results: run.results.flatMap((result) => toEntry(result, manifest) ?? []),
    elapsed_time: (run.completedAt.getTime() - run.startedAt.getTime()) / 1000,
  }
}

function toEntry(result: StepResult, { nodes }: Manifest): JsonObject | undefined {
  const { freshness } = result
  const node = nodes.get(result.node)
  if (!freshness || node?.kind !== 'source') return undefined
  return {
    unique_id: result.node,
    max_loaded_at: toInstant(freshness.maxLoadedAt),
    snapshotted_at: toInstant(freshness.snapshottedAt),
    max_loaded_at_time_ago_in_s: freshness.age,
    status: result.status,
    criteria: node.freshness ?? null,
    adapter_response: result.adapterResponse,
    timing: toTimingJson(result.timing),
    thread_id: result.threadId,
    execution_time: result.executionTime,
  }
}

/** Microseconds since 1970 as Python writes an instant: the fraction only where there is one. */
function toInstant(microseconds: bigint): string {
  const fraction = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n
  const seconds = new Date(Number((microseconds - fraction) / 1000n)).toISOString().slice(0, 19)
  return `${seconds}${fraction === 0n ? '' : `.${String(fraction).padStart(6, '0')}`}+00:00`
}
