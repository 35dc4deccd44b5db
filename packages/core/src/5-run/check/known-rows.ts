import { DatabaseError, type Relation, type SeedRequest } from '@btn/adapter'
import { describeQuery } from '@btn/sql'
import type { NodeId, Seed } from '../../types/index.ts'
import { hooksOf } from '../hooks.ts'
import { toRequest } from '../steps/load-seed.ts'
import type { Catalogue } from './catalogue.ts'
import type { CheckInput } from './check-input.ts'
import { relationOf } from './node-relation.ts'

/** How the table of a seed is made here. */
export function seedRequest(input: CheckInput, node: Seed, relation: Relation): SeedRequest {
  return { ...toRequest({ state: { input } }, node, relation), isFullRefresh: true }
}

/**
 * Which queries of templates have the same answer here as in the warehouse: those that read nothing, as `from range(3)`, or seeds only,
 * whose rows are loaded then.
 */
export class KnownRows {
  readonly #input: CheckInput
  readonly #catalogue: Catalogue
  readonly #loaded = new Map<NodeId, Promise<void>>()

  constructor(input: CheckInput, catalogue: Catalogue) {
    this.#input = input
    this.#catalogue = catalogue
  }

  async knows(sql: string): Promise<boolean> {
    try {
      const { reads, problem } = await describeQuery(this.#catalogue.engine, sql)
      if (problem !== undefined) return false
      const seeds = reads.map((it) => this.#seedOf(this.#catalogue.owners.ofRead(it)))
      if (!seeds.every((it) => it !== undefined)) return false
      await Promise.all(seeds.map((it) => this.#load(it)))
      return true
    } catch (error) {
      // The query itself is told of where it is sent.
      if (error instanceof DatabaseError) return false
      throw error
    }
  }

  /** What hooks make of a seed is not known. */
  #seedOf([id]: readonly NodeId[]): Seed | undefined {
    const node = id === undefined ? undefined : this.#input.manifest.nodes.get(id)
    if (node?.kind !== 'seed') return undefined
    const { pre, post } = hooksOf(node)
    return pre.length + post.length === 0 ? node : undefined
  }

  #load(node: Seed): Promise<void> {
    const work = this.#loaded.get(node.id) ?? this.#loadNow(node)
    this.#loaded.set(node.id, work)
    return work
  }

  /** By a connection of its own: what others ask meanwhile is no part of its transaction. */
  async #loadNow(node: Seed): Promise<void> {
    const relation = relationOf(node)
    if (!relation) throw new Error(`${node.id} is no relation`)
    const database = await this.#catalogue.engine.database()
    const connection = await database.connect()
    try {
      await database.loadSeed(connection, seedRequest(this.#input, node, relation))
    } finally {
      await connection.close()
    }
  }
}
