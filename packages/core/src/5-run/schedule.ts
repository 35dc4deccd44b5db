import type { NodeId, Step } from '../types/index.ts'
import { createHeap } from './heap.ts'

/** A step whose turn has come. */
export interface Turn {
  readonly step: Step
  /** Place in the plan; ties of priority are broken by it. */
  readonly position: number
  /** The failed step because of which this one is not to be run. */
  readonly skippedBecauseOf: NodeId | undefined
}

/** How a step ended, as far as the others care. */
export type StepEnd = 'passed' | 'failed' | 'skipped'

/**
 * Says which step goes next: all before it are done, and of those that are ready the one that most others wait for.
 * What comes after a failed or skipped step is handed out, too, marked as to be skipped.
 */
export interface Schedule {
  /** Waits until a step is ready; undefined when none will come any more. */
  take(): Promise<Turn | undefined>
  finish(node: NodeId, end: StepEnd): void
  /** Hands out nothing more; gives the steps that were never taken, in order of the plan. */
  stop(): readonly Step[]
}

interface Entry {
  readonly step: Step
  readonly position: number
  readonly waiters: Entry[]
  waitsFor: number
  cause: NodeId | undefined
  isTaken: boolean
}

export function createSchedule(steps: readonly Step[]): Schedule {
  const entries = steps.map(toEntry)
  const byNode = new Map(entries.map((entry) => [entry.step.node, entry]))
  const ready = createHeap<Entry>(goesFirst)
  const idle: ((turn: Turn | undefined) => void)[] = []
  let left = entries.length
  let isStopped = false

  for (const entry of entries) {
    for (const node of entry.step.after) {
      const before = byNode.get(node)
      if (!before) continue
      before.waiters.push(entry)
      entry.waitsFor++
    }
  }
  for (const entry of entries) if (entry.waitsFor === 0) ready.push(entry)

  const takeReady = (): Turn | undefined => {
    const entry = isStopped ? undefined : ready.pop()
    if (!entry) return undefined
    entry.isTaken = true
    return { step: entry.step, position: entry.position, skippedBecauseOf: entry.cause }
  }
  const wake = (): void => {
    while (idle.length > 0) {
      const turn = takeReady()
      if (!turn && left > 0 && !isStopped) return
      idle.shift()?.(turn)
    }
  }
  return {
    take() {
      const turn = takeReady()
      if (turn || left === 0 || isStopped) return Promise.resolve(turn)
      return new Promise((resolve) => idle.push(resolve))
    },
    finish(node, end) {
      const entry = byNode.get(node)
      if (!entry) throw new Error(`${node} is not in the plan`)
      left--
      for (const waiter of entry.waiters) {
        if (end === 'failed') waiter.cause ??= node
        if (end === 'skipped') waiter.cause ??= entry.cause ?? node
        if (--waiter.waitsFor === 0) ready.push(waiter)
      }
      wake()
    },
    stop() {
      isStopped = true
      wake()
      return entries.filter((entry) => !entry.isTaken).map((entry) => entry.step)
    },
  }
}

function toEntry(step: Step, position: number): Entry {
  return { step, position, waiters: [], waitsFor: 0, cause: undefined, isTaken: false }
}

function goesFirst(left: Entry, right: Entry): boolean {
  return left.step.priority === right.step.priority
    ? left.position < right.position
    : left.step.priority > right.step.priority
}
