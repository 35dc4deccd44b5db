import type { JsonObject, StepResult } from '../types/index.ts'
import { toTimestamp } from './metadata.ts'

/** When the parts of a step began and ended, as both kinds of results have it. */
export function toTimingJson(timing: StepResult['timing']): readonly JsonObject[] {
  return timing.map((it) => ({
    name: it.name,
    started_at: toTimestamp(it.startedAt),
    completed_at: toTimestamp(it.completedAt),
  }))
}
