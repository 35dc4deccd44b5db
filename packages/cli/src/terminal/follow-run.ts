import type { Manifest, NodeId, RunEvent, RunResult } from '@btn/core'
import type { Diagnostic } from '@btn/diagnostics'
import type { LiveRegion } from './live-region.ts'
import type { Output } from './output.ts'
import type { Painter } from './paint.ts'
import { advance, renderProgress, startProgress, type Space } from './progress.ts'
import { createTeller } from './event-entries.ts'

export interface Live {
  readonly region: LiveRegion
  readonly paint: Painter
  readonly space: () => Space
}

interface Following<R extends RunResult> {
  readonly events: AsyncGenerator<RunEvent, R>
  readonly manifest: Pick<Manifest, 'nodes' | 'groups'>
  readonly output: Output
  /** Absent where nobody looks: no terminal, quiet, JSON. */
  readonly live: Live | undefined
  /** Takes note of a warning; false for one that need not be told again. */
  readonly meet: (warning: Diagnostic) => boolean
  /** True after Ctrl-C. */
  readonly isStopping: () => boolean
}

const REFRESH_MS = 100

/** Tells the events of a run as they come, and gives its result. */
export async function followRun<R extends RunResult>(following: Following<R>): Promise<R> {
  const { events, manifest, output, live, meet, isStopping } = following
  const nameOf = (id: NodeId): string => manifest.nodes.get(id)?.name ?? id
  const toEntries = createTeller(manifest)
  let progress = startProgress(Date.now())
  const refresh = (): void => {
    if (!live || progress.total === 0) return
    const now = { ...progress, isStopping: isStopping() }
    live.region.show(renderProgress(now, Date.now(), live.space(), live.paint))
  }
  const timer = live && setInterval(refresh, REFRESH_MS)
  output.setRegion(live?.region)
  try {
    for (;;) {
      const next = await events.next()
      if (next.done) return next.value
      progress = advance(progress, next.value, nameOf, Date.now())
      const warning = warningOf(next.value)
      if (!warning || meet(warning)) output.tell(...toEntries(next.value))
    }
  } finally {
    clearInterval(timer)
    output.setRegion(undefined)
    live?.region.close()
  }
}

/** What a node says of itself may be an error, too: that is the node's, not the project's. */
function warningOf(event: RunEvent): Diagnostic | undefined {
  return event.type === 'logged' && event.level !== 'error' ? event.diagnostic : undefined
}
