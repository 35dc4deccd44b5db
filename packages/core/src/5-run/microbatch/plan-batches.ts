import {
  ceilTo,
  floorTo,
  isGrain,
  lookBack,
  readInstant,
  splitInterval,
  type Grain,
  type Interval,
} from '../../intervals/index.ts'
import type { Config } from '../../types/index.ts'

export interface BatchWishes {
  /** What the command line asks for: `--sample`, or the event times. */
  readonly window: Interval | undefined
  /** False when the table is to be made, from `begin` on. */
  readonly isIncremental: boolean
  /** Where the last batch ends when nobody says: when the command began. */
  readonly now: Date
}

/**
 * The batches to build, in the order of time. The last one reaches to its full end, or to what the user asked for rounded
 * up; where that lies before the beginning there is one batch without rows, so that the table is made.
 */
export function planBatches(config: Config, wishes: BatchWishes): readonly Interval[] {
  const grain = grainOf(config)
  const { window, isIncremental, now } = wishes
  const end = ceilTo(window?.end ?? now, grain)
  const start = window
    ? floorTo(window.start, grain)
    : isIncremental
      ? lookBack(end, grain, lookbackOf(config))
      : floorTo(beginOf(config), grain)
  const batches = splitInterval({ start, end }, grain)
  return batches.length > 0 ? batches : [{ start, end }]
}

/** The piece of time that a new table begins with. */
export function firstInterval(config: Config): Interval {
  const grain = grainOf(config)
  const start = floorTo(beginOf(config), grain)
  return { start, end: ceilTo(new Date(start.getTime() + 1), grain) }
}

/** `batch_size`; linking has refused models without one. */
export function grainOf(config: Config): Grain {
  const size = config['batch_size']
  if (!isGrain(size)) throw new Error(`"${String(size)}" is no batch_size`)
  return size
}

function lookbackOf(config: Config): number {
  const lookback = config['lookback']
  return typeof lookback === 'number' ? lookback : 1
}

function beginOf(config: Config): Date {
  const begin = readInstant(String(config['begin']))
  if (!begin) throw new Error(`"${String(config['begin'])}" is no time to begin`)
  return begin
}
