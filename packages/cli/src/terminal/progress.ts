import type { NodeId, RunEvent } from '@btn/core'
import type { Painter } from './paint.ts'
import { formatSeconds, shorten } from './status-line.ts'

interface Running {
  readonly name: string
  readonly sinceMs: number
}

/** What the live region shows. */
export interface Progress {
  readonly startedMs: number
  readonly done: number
  readonly failed: number
  readonly total: number
  readonly running: ReadonlyMap<NodeId, Running>
  /** True once Ctrl-C was pressed. */
  readonly isStopping: boolean
}

export function startProgress(nowMs: number): Progress {
  return { startedMs: nowMs, done: 0, failed: 0, total: 0, running: new Map(), isStopping: false }
}

export function advance(
  progress: Progress,
  event: RunEvent,
  nameOf: (id: NodeId) => string,
  nowMs: number,
): Progress {
  if (event.type !== 'step-started' && event.type !== 'step-finished') return progress
  const id = event.step.node
  const running = new Map(progress.running)
  if (event.type === 'step-started') {
    running.set(id, { name: nameOf(id), sinceMs: nowMs })
    return { ...progress, running, total: event.total }
  }
  running.delete(id)
  const isFailure = event.result.status === 'error' || event.result.status === 'fail'
  return {
    ...progress,
    running,
    total: event.total,
    done: progress.done + 1,
    failed: progress.failed + (isFailure ? 1 : 0),
  }
}

export interface Space {
  readonly columns: number
  readonly rows: number
}

const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const FRAME_MS = 100

/** The live region as text: a head line, then one line per running node, never wider or higher than the terminal. */
export function renderProgress(
  progress: Progress,
  nowMs: number,
  space: Space,
  paint: Painter,
): string {
  const elapsed = nowMs - progress.startedMs
  const mark = spinner[Math.floor(elapsed / FRAME_MS) % spinner.length] ?? ''
  const parts = [
    `${progress.done} of ${progress.total} done`,
    progress.failed > 0 ? `${progress.failed} failed` : '',
    `${formatSeconds(elapsed / 1000)}`,
    progress.isStopping ? 'stopping (Ctrl-C again to kill)' : '',
  ]
  const head = shorten(parts.filter(Boolean).join(', '), space.columns - 3)
  return [
    `${paint.place(mark)} ${paint.strong(head)}`,
    ...runningLines(progress, nowMs, space, paint),
  ].join('\n')
}

function runningLines(
  { running }: Progress,
  nowMs: number,
  { columns, rows }: Space,
  paint: Painter,
): readonly string[] {
  const room = Math.max(1, Math.min(8, rows - 3))
  const all = [...running.values()]
  const shown = all.slice(0, all.length > room ? room - 1 : room)
  const width = Math.min(Math.max(0, ...shown.map((it) => it.name.length)), columns - 12)
  const lines = shown.map((it) => {
    const seconds = formatSeconds((nowMs - it.sinceMs) / 1000)
    return `  ${shorten(it.name, width).padEnd(width)}  ${paint.dim(seconds)}`
  })
  const hidden = all.length - shown.length
  return hidden > 0 ? [...lines, paint.dim(`  and ${hidden} more`)] : lines
}
