import type { NodeId, Step } from '../types/index.ts'
import type { Worker } from './step-runner.ts'

/** A step whose turn has come. */
export interface Turn {
  readonly step: Step
  /** Place in the plan. */
  readonly position: number
  /** The failed step because of which this one is not to be run. */
  readonly skippedBecauseOf: NodeId | undefined
}

/** Part of the work of a step that runs already. */
export interface Help {
  readonly help: (worker: Worker) => Promise<void>
}

/** How a step ended, as far as the others care. */
export type StepEnd = 'passed' | 'failed' | 'skipped'

/**
 * Says which step goes next: all before it are done, and of those that are ready the one that has been so for longest, then the first
 * in the plan. That is dbt's order, with as many threads; results depend on it where nodes read tables that they do not refer to, as
 * sources that seeds fill.
 * What comes after a failed or skipped step is handed out, too, marked as to be skipped.
 */
export interface Schedule {
  /** Waits until a step is ready, or a running one can be helped; undefined when neither will come any more. */
  take(): Promise<Turn | Help | undefined>
  /** Hands the help out to everybody who finds no step ready, until it is taken back by calling what this gives. */
  lend(help: Help['help']): () => void
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
  return new StepSchedule(steps)
}

type Waiting = (turn: Turn | Help | undefined) => void

class StepSchedule implements Schedule {
  readonly #entries: readonly Entry[]
  readonly #byNode: ReadonlyMap<NodeId, Entry>
  readonly #ready: Entry[] = []
  readonly #idle: Waiting[] = []
  readonly #lent = new Set<Help>()
  #left: number
  #isStopped = false

  constructor(steps: readonly Step[]) {
    this.#entries = steps.map(toEntry)
    this.#byNode = new Map(this.#entries.map((entry) => [entry.step.node, entry]))
    this.#left = this.#entries.length
    for (const entry of this.#entries) this.#connect(entry)
    for (const entry of this.#entries) if (entry.waitsFor === 0) this.#ready.push(entry)
  }

  take(): Promise<Turn | Help | undefined> {
    const turn = this.#takeReady() ?? this.#anyHelp()
    if (turn || this.#isOver()) return Promise.resolve(turn)
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  lend(work: Help['help']): () => void {
    const help = { help: work }
    this.#lent.add(help)
    for (const waiting of this.#idle.splice(0)) waiting(help)
    return () => void this.#lent.delete(help)
  }

  #anyHelp(): Help | undefined {
    return this.#isStopped ? undefined : this.#lent.values().next().value
  }

  finish(node: NodeId, end: StepEnd): void {
    const entry = this.#byNode.get(node)
    if (!entry) throw new Error(`${node} is not in the plan`)
    this.#left--
    for (const waiter of entry.waiters) {
      if (end === 'failed') waiter.cause ??= node
      if (end === 'skipped') waiter.cause ??= entry.cause ?? node
      if (--waiter.waitsFor === 0) this.#ready.push(waiter)
    }
    this.#wake()
  }

  stop(): readonly Step[] {
    this.#isStopped = true
    this.#wake()
    return this.#entries.filter((entry) => !entry.isTaken).map((entry) => entry.step)
  }

  #connect(entry: Entry): void {
    for (const node of entry.step.after) {
      const before = this.#byNode.get(node)
      if (!before) continue
      before.waiters.push(entry)
      entry.waitsFor++
    }
  }

  #takeReady(): Turn | undefined {
    const entry = this.#isStopped ? undefined : this.#ready.shift()
    if (!entry) return undefined
    entry.isTaken = true
    return { step: entry.step, position: entry.position, skippedBecauseOf: entry.cause }
  }

  #wake(): void {
    while (this.#idle.length > 0) {
      const turn = this.#takeReady()
      if (!turn && !this.#isOver()) return
      this.#idle.shift()?.(turn)
    }
  }

  #isOver(): boolean {
    return this.#left === 0 || this.#isStopped
  }
}

function toEntry(step: Step, position: number): Entry {
  return { step, position, waiters: [], waitsFor: 0, cause: undefined, isTaken: false }
}
