import { DatabaseError } from '@btn/adapter'
import { TracedText } from '@btn/diagnostics'
import { describeQuery, type QueryColumns, type ReadColumn, type ReadRelation } from '@btn/sql'
import type { BoundColumn, ColumnUse, Model, NodeId } from '../../types/index.ts'
import type { BoundCache, BoundQuery } from './bound-cache.ts'
import type { Engine } from './engine.ts'
import type { Owners } from './owners.ts'
import { formOf, tellsName, type FormInput } from './query-form.ts'

/** What the engine says of a query. */
export interface Described {
  readonly columns: readonly BoundColumn[]
  readonly uses: readonly ColumnUse[]
  /** Nodes whose relations it reads. */
  readonly reads: ReadonlySet<NodeId>
  /** Why nothing is known of where the columns come from. */
  readonly problem: string | undefined
}

/** An answer is kept by the form of its query; it speaks of the nodes in their order here. */
interface Question {
  readonly key: string
  readonly nodes: readonly NodeId[]
  /** Relations whose names do not count. */
  readonly nameless: readonly FormInput[]
}

export const nothing: Described = {
  columns: [],
  uses: [],
  reads: new Set(),
  problem: undefined,
}

/** What the engine says of queries: it is asked once for all that have the same form. */
export class Answers {
  readonly #engine: Engine
  readonly #cache: BoundCache
  readonly #owners: Owners
  /** By node: its columns, as far as they decide what a query means; of a function the text that makes it. */
  readonly #signatures = new Map<NodeId, string>()
  /** Questions that the engine is thinking about. */
  readonly #open = new Map<string, Promise<unknown>>()

  constructor(engine: Engine, cache: BoundCache, owners: Owners) {
    this.#engine = engine
    this.#cache = cache
    this.#owners = owners
  }

  /** What is known of a node from now on. */
  note(id: NodeId, signature: string): void {
    this.#signatures.set(id, signature)
  }

  /** What an answer depends on that may look at everything. */
  keyOfAll(texts: readonly string[]): string {
    const all = [...this.#signatures].flatMap(([id, signature]) => [this.#named(id), signature])
    return this.#cache.keyOf([...texts, ...all])
  }

  /**
   * What a query gives, and where that comes from. A relation is the node that `declared` has, where several nodes are it. Throws a
   * DatabaseError with the place in the query.
   */
  async describe(
    { text }: TracedText,
    declared: ReadonlySet<NodeId>,
    header = '',
  ): Promise<Described> {
    const question = this.#toQuestion(`${header}\0${text}`, declared)
    const open = this.#open.get(question.key)
    // Who waits for nobody asks at once, so that the next one has somebody to wait for.
    if (open) await open
    const before = this.#cache.find(question.key)
    if (before) {
      const known = renamed(before, (at) => nodeAt(question.nodes, at))
      return { ...known, reads: new Set(known.reads), problem: undefined }
    }
    const asked = this.#describeAnew(text, declared, question)
    this.#open.set(
      question.key,
      asked.catch(() => undefined),
    )
    return asked
  }

  /**
   * Makes a function that queries can call from now on, and tells what a call of it gives. Throws a DatabaseError with the place in what
   * makes it; undefined where such a call cannot be understood.
   */
  async describeFunction(
    { id }: Model,
    { made, call }: { readonly made: TracedText; readonly call: string },
    declared: ReadonlySet<NodeId>,
  ): Promise<Described | undefined> {
    const header = made.text
    this.note(id, header)
    const { key } = this.#toQuestion(`${header}\0${call}`, declared)
    if (this.#cache.find(key)) this.#engine.putOff(header)
    else await this.#engine.execute(header)
    try {
      return await this.describe(TracedText.plain(call), declared, header)
    } catch (error) {
      if (error instanceof DatabaseError) return undefined
      throw error
    }
  }

  #toQuestion(text: string, declared: ReadonlySet<NodeId>): Question {
    const nodes = [...declared]
    const inputs = nodes.map((id) => this.#owners.relationOf(id) ?? { name: id, written: id })
    const form = formOf(text, inputs, this.#cache.mixed)
    const signatures = nodes.flatMap((id, at) => [
      form.nameless[at] ? '' : this.#named(id),
      this.#signatures.get(id) ?? '',
    ])
    return {
      key: this.#cache.keyOf([form.text, ...signatures]),
      nodes,
      nameless: inputs.filter((_, at) => form.nameless[at]),
    }
  }

  #named(id: NodeId): string {
    return this.#owners.relationOf(id)?.key ?? id
  }

  async #describeAnew(
    text: string,
    declared: ReadonlySet<NodeId>,
    { key, nodes, nameless }: Question,
  ): Promise<Described> {
    const { columns, uses, reads, problem } = await this.#ask(text, declared)
    const owners = new Map(
      reads.map((relation) => {
        const ids = this.#owners.ofRead(relation)
        return [relation, ids.find((it) => declared.has(it)) ?? ids[0]]
      }),
    )
    const described: Described = {
      columns: columns.map(({ name, type, from }) => ({
        name,
        type: stored(type),
        from: toColumns(from, owners),
      })),
      uses: toColumns(uses, owners),
      reads: new Set([...owners.values()].flatMap((it) => it ?? [])),
      problem,
    }
    const isSettled = [...owners.values()].every((it) => it !== undefined && declared.has(it))
    const isOfForm = !columns.some(({ name }) => nameless.some((it) => tellsName(name, it)))
    if (isSettled && isOfForm && problem === undefined && columns.length > 0) {
      const kept = { ...described, reads: [...described.reads] }
      this.#cache.keep(
        key,
        renamed(kept, (id) => nodes.indexOf(id)),
      )
    }
    return described
  }

  #ask(text: string, declared: ReadonlySet<NodeId>): Promise<QueryColumns> {
    const tables = new Set([...declared].flatMap((id) => this.#owners.relationOf(id)?.key ?? []))
    const plan = (sql: string) => this.#engine.planOver(sql, tables)
    return describeQuery({ query: (sql) => this.#engine.query(sql), plan }, text)
  }
}

/** The same of other relations. */
function renamed<From, To>(
  { columns, uses, reads }: BoundQuery<From>,
  rename: (node: From) => To,
): BoundQuery<To> {
  return {
    columns: columns.map(({ from, ...column }) => ({
      ...column,
      from: from.map((it) => ({ ...it, node: rename(it.node) })),
    })),
    uses: uses.map((it) => ({ ...it, node: rename(it.node) })),
    reads: reads.map(rename),
  }
}

function nodeAt(nodes: readonly NodeId[], at: number): NodeId {
  const id = nodes[at]
  if (id === undefined) throw new Error(`an answer speaks of relation ${at} of ${nodes.length}`)
  return id
}

/** Those of relations that are nodes of the project. */
function toColumns<How>(
  columns: readonly (ReadColumn & { readonly how: How })[],
  owners: ReadonlyMap<ReadRelation, NodeId | undefined>,
): readonly { readonly node: NodeId; readonly column: string; readonly how: How }[] {
  return columns.flatMap(({ relation, ...what }) => {
    const node = owners.get(relation)
    return node === undefined ? [] : [{ node, ...what }]
  })
}

/** A column that is NULL in all rows becomes one of numbers, as it does when a table is made of the query. */
export function stored(type: string): string {
  return type.replaceAll('"NULL"', 'INTEGER')
}
