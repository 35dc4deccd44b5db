import { createHash } from 'node:crypto'
import type { BoundColumn, ColumnOrigin, ColumnUse, JsonObject } from '../../types/index.ts'

/** What the engine said of a query. `Node` is how it speaks of the nodes that are read. */
export interface BoundQuery<Node> {
  readonly columns: readonly (Omit<BoundColumn, 'from'> & {
    readonly from: readonly (Omit<ColumnOrigin, 'node'> & { readonly node: Node })[]
  })[]
  readonly uses: readonly (Omit<ColumnUse, 'node'> & { readonly node: Node })[]
  readonly reads: readonly Node[]
}

/** As it is kept: nodes are numbers in the list that the question had. */
type Kept = BoundQuery<number>

interface CacheFile {
  readonly basis: string
  readonly queries: Readonly<Record<string, Kept>>
}

/**
 * Answers of the engine by what they depend on: the form of a query and the columns of all that it may read. What is not used in a
 * check of the whole project is forgotten. Only answers without mistakes are kept, and only of queries that read nothing else.
 */
export class BoundCache {
  readonly #before: CacheFile['queries']
  readonly #now = new Map<string, Kept>()
  /** Stands for the build of btn and the target's settings. */
  readonly #basis: string
  /** What hooks have sent, in small letters, and what stands for it. */
  mixed = ''
  #mixedKey = ''
  #hasNew = false

  constructor(basis: string, text: string | undefined) {
    this.#basis = digest(basis)
    const file = text === undefined ? undefined : parse(text)
    this.#before = file?.basis === this.#basis ? file.queries : {}
  }

  /** From here on answers depend on this, too. */
  mix(text: string): void {
    this.mixed += text.toLowerCase()
    this.#mixedKey = digest(`${this.#mixedKey}${text}`)
  }

  keyOf(parts: readonly string[]): string {
    return digest([this.#mixedKey, ...parts].join('\0'))
  }

  find(key: string): Kept | undefined {
    const found = this.#now.get(key) ?? this.#before[key]
    if (found) this.#now.set(key, found)
    return found
  }

  keep(key: string, bound: Kept): void {
    this.#now.set(key, bound)
    this.#hasNew = true
  }

  /** The text to be written; undefined where nothing is new. A check of a part keeps what is known of the rest. */
  toText(isWhole: boolean): string | undefined {
    if (!this.#hasNew) return undefined
    const kept = isWhole ? {} : this.#before
    const queries = { ...kept, ...Object.fromEntries(this.#now) }
    const file: CacheFile = { basis: this.#basis, queries }
    return JSON.stringify(file)
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

function parse(text: string): CacheFile | undefined {
  try {
    const file: JsonObject & Partial<CacheFile> = JSON.parse(text)
    return typeof file.basis === 'string' && file.queries
      ? { basis: file.basis, queries: file.queries }
      : undefined
  } catch {
    // Half written by a process that was killed: nothing is known then.
    return undefined
  }
}
