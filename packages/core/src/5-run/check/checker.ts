import type { Database } from '@btn/adapter'
import type { Diagnostic } from '@btn/diagnostics'
import type {
  Analysis,
  DataTest,
  Doubt,
  Model,
  Node,
  NodeCheck,
  NodeId,
} from '../../types/index.ts'
import { compiledPath } from '../../artifact/index.ts'
import { beginAttempt, tryAttempt, type AttemptOptions } from '../attempt.ts'
import { createCrew } from '../crew.ts'
import type { StepContext } from '../step-context.ts'
import type { StepRunner } from '../step-runner.ts'
import type { Catalogue } from './catalogue.ts'
import type { CheckInput } from './check-input.ts'
import type { CheckWorker } from './worker.ts'
import { checkDescribed } from './check-described.ts'
import { checkNode } from './check-node.ts'
import { KnownRows } from './known-rows.ts'

type Found = Diagnostic & { readonly node: NodeId }

/** What looking at a node gives besides its columns. */
export type NodeOutcome =
  | NodeCheck
  /** It reads a relation of the project that nothing says it waits for, and that is not there yet. */
  | { readonly kind: 'waiting'; readonly for: NodeId }

/** In whose name something is done. */
export type Attempted = Pick<AttemptOptions, 'node' | 'batch' | 'runEnd'>

/** One check of a project: what was found out so far. */
export class Checker {
  readonly input: CheckInput
  readonly catalogue: Catalogue
  readonly nodes = new Map<NodeId, NodeCheck>()
  readonly diagnostics: Found[] = []
  readonly rows: KnownRows
  /** Functions that hooks and extensions would have made may be missing. */
  isComplete = true
  readonly #runner: StepRunner
  readonly #work = new Map<NodeId, Promise<void>>()
  readonly #waiting = new Set<NodeId>()

  constructor(input: CheckInput, catalogue: Catalogue) {
    this.input = input
    this.catalogue = catalogue
    this.rows = new KnownRows(input, catalogue)
    this.#runner = createRunner(input, catalogue)
  }

  /** Whether all functions are there that the target and the project's hooks bring. */
  async hasEverything(): Promise<boolean> {
    return this.isComplete && (await this.catalogue.engine.missing()).length === 0
  }

  /** Waits for what the node reads. */
  check(id: NodeId, worker: CheckWorker): Promise<void> {
    const work = this.#work.get(id) ?? this.#check(id, worker)
    this.#work.set(id, work)
    return work
  }

  /** Once everything else is known, those that read what they do not wait for. */
  async checkWaiting(worker: CheckWorker): Promise<void> {
    for (let before = -1; this.#waiting.size !== before;) {
      before = this.#waiting.size
      const again = this.input.manifest.order.filter((id) => this.#waiting.has(id))
      this.#waiting.clear()
      for (const id of again) await this.#check(id, worker)
    }
    for (const id of this.#waiting) {
      this.nodes.set(id, { kind: 'unchecked', because: { why: 'parent', node: id } })
    }
  }

  report(node: Pick<Node, 'id'>, items: readonly Diagnostic[]): void {
    this.diagnostics.push(...items.map((item) => ({ ...item, node: node.id })))
  }

  /** Does something in the node's name; mistakes of the user's are reported. Undefined when there were some. */
  async attempt<T>(
    { node, batch, runEnd }: Attempted,
    worker: CheckWorker,
    work: (context: StepContext) => Promise<T>,
  ): Promise<{ readonly value: T } | { readonly mistakes: readonly Diagnostic[] }> {
    const crew = createCrew(this.#runner, worker)
    const attempt = beginAttempt(this.#runner, worker, {
      node,
      crew,
      runEnd,
      ...(batch && { batch }),
    })
    const done: { value?: T } = {}
    const stop = await tryAttempt(attempt, async (context) => {
      done.value = await work(context)
      return { status: 'success' }
    })
    if (stop !== 'cancelled' && 'value' in done && done.value !== undefined)
      return { value: done.value }
    return { mistakes: stop === 'cancelled' ? [] : stop.diagnostics }
  }

  async #check(id: NodeId, worker: CheckWorker): Promise<void> {
    const { manifest } = this.input
    const node = manifest.nodes.get(id)
    if (!node || this.nodes.has(id)) return
    const parents = manifest.parents.get(id) ?? []
    for (const parent of parents) await this.#work.get(parent)
    const waits = parents.find((it) => this.#waiting.has(it))
    const outcome: NodeOutcome = waits
      ? { kind: 'waiting', for: waits }
      : await checkNode(this, node, worker)
    if (outcome.kind === 'waiting') this.#waiting.add(id)
    else {
      this.nodes.set(id, outcome)
      this.report(node, checkDescribed(this.input, node, outcome))
    }
  }

  /** The first thing that a node reads and that nobody can tell about. */
  findObstacle(ids: readonly NodeId[]): NodeId | undefined {
    return ids.find((id) => {
      const found = this.nodes.get(id)
      return found !== undefined && found.kind !== 'checked'
    })
  }

  /** What cannot be told for sure of a node: its template has asked for rows, or it reads something of that kind. */
  findOwnDoubt(
    { id, dependsOn }: Pick<Analysis | DataTest | Model, 'id' | 'dependsOn'>,
    { asksRows }: CheckWorker,
  ): Doubt | undefined {
    return asksRows ? { node: id, why: 'asks-rows' } : this.findDoubt(dependsOn.nodes)
  }

  /** What cannot be told for sure of what a node reads. */
  findDoubt(ids: readonly NodeId[]): Doubt | undefined {
    for (const id of ids) {
      const found = this.nodes.get(id)
      if (found?.kind === 'checked' && found.doubt) return found.doubt
    }
    return undefined
  }
}

function createRunner(input: CheckInput, catalogue: Catalogue): StepRunner {
  const nothing = () => undefined
  return {
    state: {
      input: {
        ...input,
        database: databaseOf(catalogue),
        threads: 1,
        plan: { command: 'compile', selected: [], onRunStart: [], steps: [], onRunEnd: [] },
      },
      files: {
        writeCompiled: () => '',
        writeRun: () => '',
        runPath: (node) => compiledPath(node, input.targetPath),
      },
      ephemerals: new Map(),
      made: new Map(),
      shown: new Map(),
      catalog: { tables: [], problems: [] },
      scans: new Map(),
      loaded: new Set(),
      monitored: new Map(),
    },
    store: catalogue.relations,
    log: nothing,
    isCancelled: () => false,
    cancelMessage: () => '',
    lend: () => nothing,
  }
}

/** The database as templates know it: what it has is known without asking, where that can be. */
function databaseOf({ engine, relations }: Catalogue): Database {
  const opened = async () => (await engine.database()).catalog
  const refuse = (): Promise<never> => Promise.reject(new Error('a check changes nothing'))
  return {
    catalog: {
      listRelations: async (...args) => (await opened()).listRelations(...args),
      listRelationsIn: async (...args) => (await opened()).listRelationsIn(...args),
      listSchemas: async (...args) => (await opened()).listSchemas(...args),
      listColumns: async (connection, relation) =>
        relations.columnsOf(relation) ?? (await opened()).listColumns(connection, relation),
      listDetails: async (...args) => (await opened()).listDetails(...args),
      listFileSizes: async (...args) => (await opened()).listFileSizes(...args),
      listSizes: async (...args) => (await opened()).listSizes(...args),
      summarize: async (...args) => (await opened()).summarize(...args),
    },
    loader: {
      find: refuse,
      inspect: refuse,
      load: refuse,
      checkContract: refuse,
      mend: refuse,
      replay: refuse,
    },
    connect: refuse,
    loadSeed: refuse,
    exportTable: refuse,
    submitPython: refuse,
    settle: refuse,
    close: () => engine.close(),
  }
}
