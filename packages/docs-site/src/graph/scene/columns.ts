import { hows, type ColumnChunk, type ColumnList, type How } from '../../data/index.ts'
import type { ColumnFiles } from '../options.ts'

/** One step of a column's lineage; nodes are rows. */
export interface ColumnStep {
  readonly from: number
  readonly fromColumn: string
  readonly to: number
  readonly toColumn: string
  readonly how: How
}

/** All that a column comes from and all that comes from it. */
export interface ColumnWay {
  readonly row: number
  readonly column: string
  readonly steps: readonly ColumnStep[]
  /** Columns on the way, by row, in the order in which they were met. */
  readonly columns: ReadonlyMap<number, readonly string[]>
  /** Rows among the ancestors and among the descendants. */
  readonly up: ReadonlySet<number>
  readonly down: ReadonlySet<number>
}

/** Columns and their lineage, file by file as they are asked for. */
export class Columns {
  readonly #files: ColumnFiles
  readonly #known = new Map<number, Promise<ColumnChunk>>()

  constructor(files: ColumnFiles) {
    this.#files = files
  }

  async listOf(row: number): Promise<ColumnList | undefined> {
    const at = Math.floor(row / this.#files.perFile)
    let file = this.#known.get(at)
    if (!file) {
      file = this.#files.load(at)
      this.#known.set(at, file)
      file.catch(() => this.#known.delete(at))
    }
    const { first, nodes } = await file
    return nodes[row - first] ?? undefined
  }

  /** The lineage of a column in both directions; undefined where there is no such column. */
  async wayOf(row: number, column: string): Promise<ColumnWay | undefined> {
    const list = await this.listOf(row)
    const index = list?.names.indexOf(column) ?? -1
    if (!list || index === -1) return undefined
    const steps: ColumnStep[] = []
    const met = new Map<number, Set<string>>([[row, new Set([column])]])
    const up = await this.#walk({ row, index, side: 'from', steps, met })
    const down = await this.#walk({ row, index, side: 'to', steps, met })
    const columns = new Map([...met].map(([at, names]) => [at, [...names]]))
    return { row, column, steps, columns, up, down }
  }

  async #walk({ row, index, side, steps, met }: Walk): Promise<ReadonlySet<number>> {
    const rows = new Set<number>()
    const seen = new Set([`${row} ${index}`])
    const waiting: (readonly [row: number, index: number])[] = [[row, index]]
    for (const [at, own] of waiting) {
      const list = await this.listOf(at)
      for (const [other, column, how] of triples(list?.[side][own] ?? [])) {
        const name = (await this.listOf(other))?.names[column]
        if (list === undefined || name === undefined) continue
        steps.push(toStep(side, [at, list.names[own]!], [other, name], how))
        met.set(other, (met.get(other) ?? new Set()).add(name))
        rows.add(other)
        const key = `${other} ${column}`
        if (seen.has(key)) continue
        seen.add(key)
        waiting.push([other, column])
      }
    }
    return rows
  }
}

interface Walk {
  readonly row: number
  readonly index: number
  readonly side: 'from' | 'to'
  readonly steps: ColumnStep[]
  readonly met: Map<number, Set<string>>
}

type End = readonly [row: number, column: string]

function toStep(side: 'from' | 'to', own: End, other: End, how: number): ColumnStep {
  const [source, target] = side === 'from' ? [other, own] : [own, other]
  return {
    from: source[0],
    fromColumn: source[1],
    to: target[0],
    toColumn: target[1],
    how: hows[how] ?? 'computed',
  }
}

function* triples(flat: readonly number[]): Generator<readonly [number, number, number]> {
  for (let at = 0; at + 2 < flat.length; at += 3) yield [flat[at]!, flat[at + 1]!, flat[at + 2]!]
}
