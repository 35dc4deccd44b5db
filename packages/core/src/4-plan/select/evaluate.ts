import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { NodeId } from '../../types/index.ts'
import { fnmatch } from './fnmatch.ts'
import { FqnIndex } from './fqn-index.ts'
import { findNearTerm } from './near-term.ts'
import { walk, withChildrensParents } from './graph.ts'
import { addTests, settleTests, takesNothing, type Taken } from './indirect.ts'
import type { Method } from './methods/method.ts'
import type { EarlierResults, SelectableGraph } from './selectable.ts'
import type { Combination, Criterion, Spec } from './spec.ts'

export interface EvaluateOptions {
  readonly manifest: SelectableGraph
  readonly state: EarlierResults | undefined
  /** By the name that stands before the colon: those of `methods/names.ts`. */
  readonly methods: ReadonlyMap<string, Method>
  /** The definitions of selectors.yml, by name. */
  readonly selectors: ReadonlyMap<string, Spec>
  /** Applied to what a used selector selects, as to the whole. */
  readonly isWanted: (id: NodeId) => boolean
  readonly report: (fault: Diagnostic) => void
}

/** Turns a specification into the set of nodes that it means, tests included. */
export function evaluate(spec: Spec, options: EvaluateOptions): ReadonlySet<NodeId> {
  return new Evaluation(options).select(spec)
}

/** Holds what is computed once per selection: the index of names and the selectors being resolved. */
class Evaluation {
  readonly #options: EvaluateOptions
  readonly #resolving: string[] = []
  readonly #resolved = new Map<string, ReadonlySet<NodeId>>()
  #index: FqnIndex | undefined
  #faults = 0

  constructor(options: EvaluateOptions) {
    this.#options = options
  }

  select(spec: Spec): ReadonlySet<NodeId> {
    return this.#take(spec).direct
  }

  #take(spec: Spec): Taken {
    return spec.kind === 'criterion' ? this.#takeCriterion(spec) : this.#takeCombination(spec)
  }

  #takeCriterion(criterion: Criterion): Taken {
    const { manifest } = this.#options
    const found = new Set(this.#search(criterion))
    const selected = new Set(found)
    const extend = (more: Iterable<NodeId>): void => {
      for (const id of more) selected.add(id)
    }
    if (criterion.takesChildrensParents) extend(withChildrensParents(manifest, found))
    extend(walk(manifest.parents, found, criterion.parents))
    extend(walk(manifest.children, found, criterion.children))
    // A used selector has chosen its tests itself; adding them again would undo its exclusions.
    if (criterion.method === 'selector') return { direct: selected, waiting: takesNothing.waiting }
    return addTests(manifest, selected, criterion.indirect)
  }

  #search(criterion: Criterion): Iterable<NodeId> {
    const { manifest, state, methods } = this.#options
    const method = methods.get(criterion.method)
    if (!method) throw new Error(`no selection method is called ${criterion.method}`)
    const index = (this.#index ??= new FqnIndex(manifest))
    return method.search({
      manifest,
      state,
      report: (fault) => this.#report(fault),
      criterion,
      value: String(criterion.value),
      fqnIndex: index,
      useSelectors: (pattern) => this.#useSelectors(pattern, criterion),
    })
  }

  #report(fault: Diagnostic): void {
    this.#faults++
    this.#options.report(fault)
  }

  #takeCombination(spec: Combination): Taken {
    const faultsBefore = this.#faults
    const parts = spec.parts.map((part) => this.#take(part))
    const direct = combine(
      spec.kind,
      parts.map((part) => part.direct),
    )
    const waiting = combine(
      spec.kind,
      parts.map((part) =>
        part.waiting.size === 0 ? part.direct : union([part.direct, part.waiting]),
      ),
    )
    const settled = settleTests(this.#options.manifest, { direct, waiting }, spec.indirect)
    // Where something is wrong with a term, that is said already.
    if (spec.warnsAs && settled.size === 0 && this.#faults === faultsBefore)
      this.#warn(spec.warnsAs)
    return { direct: settled, waiting }
  }

  #warn({ term, span }: NonNullable<Combination['warnsAs']>): void {
    const nearest = findNearTerm(term, this.#options.manifest.nodes.values())
    this.#options.report(diagnostic('selector-matches-nothing', { term, nearest }, { span }))
  }

  #useSelectors(pattern: string, criterion: Criterion): Iterable<NodeId> {
    const { selectors } = this.#options
    const names = [...selectors.keys()].filter((name) => fnmatch(name, pattern)).sort()
    if (names.length === 0) {
      const nearest = findNearest(pattern, selectors.keys())
      this.#report(diagnostic('selector-matches-no-selector', { pattern, nearest }, criterion))
    }
    return union(names.map((name) => this.#resolve(name, criterion)))
  }

  #resolve(name: string, user: Criterion): ReadonlySet<NodeId> {
    const known = this.#resolved.get(name)
    if (known) return known
    const { selectors, isWanted } = this.#options
    const seen = this.#resolving.indexOf(name)
    if (seen !== -1) {
      const path = [...this.#resolving.slice(seen), name]
      this.#report(diagnostic('selector-cycle', { path }, user))
      return new Set()
    }
    const spec = selectors.get(name)
    if (!spec) return new Set()
    this.#resolving.push(name)
    const selected = new Set([...this.select(spec)].filter(isWanted))
    this.#resolving.pop()
    this.#resolved.set(name, selected)
    return selected
  }
}

function combine(
  kind: Combination['kind'],
  sets: readonly ReadonlySet<NodeId>[],
): ReadonlySet<NodeId> {
  const [first, ...rest] = sets
  if (!first) return new Set()
  if (rest.length === 0) return first
  if (kind === 'union') return union(sets)
  const isKept =
    kind === 'intersection'
      ? (id: NodeId) => rest.every((set) => set.has(id))
      : (id: NodeId) => !rest.some((set) => set.has(id))
  return new Set([...first].filter(isKept))
}

function union(sets: readonly ReadonlySet<NodeId>[]): Set<NodeId> {
  const all = new Set<NodeId>()
  for (const set of sets) for (const id of set) all.add(id)
  return all
}
