import type {
  BoundColumn,
  Checked,
  ColumnName,
  ColumnUse,
  NodeCheck,
  NodeId,
  OriginHow,
} from '../types/index.ts'

/** From one column to another, with what happens on the way. */
export interface Hop extends ColumnName {
  readonly how: OriginHow
}

/** Which columns come from which, in both directions. */
export class LineageGraph {
  readonly #nodes: Checked['nodes']
  #down: ReadonlyMap<string, readonly Hop[]> | undefined

  constructor(nodes: Checked['nodes']) {
    this.#nodes = nodes
  }

  find(node: NodeId): NodeCheck | undefined {
    return this.#nodes.get(node)
  }

  columnsOf(node: NodeId): readonly BoundColumn[] {
    const found = this.#nodes.get(node)
    return found?.kind === 'checked' ? found.columns : []
  }

  /** Names are compared without regard to case. */
  findColumn({ node, column }: ColumnName): BoundColumn | undefined {
    const wanted = column.toLowerCase()
    return this.columnsOf(node).find((it) => it.name.toLowerCase() === wanted)
  }

  /** What decides which rows a node has. */
  usesOf(node: NodeId): readonly ColumnUse[] {
    const found = this.#nodes.get(node)
    return found?.kind === 'checked' ? found.uses : []
  }

  up(name: ColumnName): readonly Hop[] {
    return this.findColumn(name)?.from ?? []
  }

  down(name: ColumnName): readonly Hop[] {
    this.#down ??= turnRound(this.#nodes)
    return this.#down.get(keyOf(name)) ?? []
  }
}

/** The same for all ways to write the name. */
export function keyOf({ node, column }: ColumnName): string {
  return `${node}\0${column.toLowerCase()}`
}

function turnRound(nodes: Checked['nodes']): ReadonlyMap<string, readonly Hop[]> {
  const found = new Map<string, Hop[]>()
  for (const [node, it] of nodes) {
    if (it.kind !== 'checked') continue
    for (const { name: column, from } of it.columns) {
      for (const origin of from) {
        const key = keyOf(origin)
        const hops = found.get(key) ?? []
        hops.push({ node, column, how: origin.how })
        found.set(key, hops)
      }
    }
  }
  return found
}
