import type { JSX } from 'preact'
import type { RunInfo } from '../../../data/index.ts'
import { duration } from '../../parts/format.ts'
import { Sparkline } from '../../parts/sparkline.tsx'
import { StatusMark } from '../../parts/status.tsx'
import { Time } from '../../parts/time.tsx'
import { Figure, Figures } from './figures.tsx'

interface RunProps {
  readonly runs: readonly RunInfo[]
  /** What success is called: `loaded`; otherwise `succeeded`. */
  readonly done?: string | undefined
}

/** The last run alone, for what is no relation. */
export function RunFigures({ runs, done }: RunProps): JSX.Element | null {
  return runs.length === 0 ? null : (
    <Figures>
      <LastRun runs={runs} done={done} />
    </Figures>
  )
}

/** How the last run went, how long it took, and how long those before. */
export function LastRun({ runs, done }: RunProps): JSX.Element | null {
  const [last] = runs
  if (last === undefined) return null
  const took = runs.flatMap((it) => (it.seconds === undefined ? [] : [it.seconds])).toReversed()
  const span = `${duration(Math.min(...took))} to ${duration(Math.max(...took))}`
  return (
    <Figure
      name="Last run"
      note={
        <>
          {last.at !== undefined && <Time at={last.at} />}
          {last.seconds !== undefined && ` in ${duration(last.seconds)}`}
          <Sparkline values={took} label={`Durations of the last ${took.length} runs: ${span}`} />
        </>
      }
    >
      <StatusMark status={last.status} word={last.status === 'success' ? done : undefined} />
    </Figure>
  )
}
