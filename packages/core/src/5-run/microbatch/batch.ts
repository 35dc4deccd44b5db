import { formatInstant, pieceName, type Grain, type Interval } from '../../intervals/index.ts'
import type { Config, Json, Model } from '../../types/index.ts'
import { firstInterval, grainOf } from './plan-batches.ts'

/** One piece of a microbatch model, as the run goes through them. */
export interface Batch {
  readonly interval: Interval
  readonly grain: Grain
  /** True when its rows go to a table that stands; the first batch of a new table makes it. */
  readonly isIncremental: boolean
}

/** The batch that makes the table. */
export function firstBatch(config: Config): Batch {
  return { interval: firstInterval(config), grain: grainOf(config), isIncremental: false }
}

/** dbt's name of a batch: `2024-09-17`. */
export function batchName({ interval, grain }: Batch): string {
  return pieceName(interval.start, grain)
}

export interface BatchPosition {
  readonly isFirst: boolean
  readonly isLast: boolean
}

/**
 * The model as it is while one batch is built: hooks run before the first and after the last. The two settings are where
 * macros written for dbt 1.9 look for the batch.
 */
export function nodeOfBatch(node: Model, { interval }: Batch, position: BatchPosition): Model {
  const config: Record<string, Json> = {
    ...node.config,
    __dbt_internal_microbatch_event_time_start: formatInstant(interval.start),
    __dbt_internal_microbatch_event_time_end: formatInstant(interval.end),
  }
  if (!position.isFirst) config['pre-hook'] = []
  if (!position.isLast) config['post-hook'] = []
  return { ...node, config }
}
