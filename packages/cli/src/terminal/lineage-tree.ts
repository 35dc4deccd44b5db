import type { ColumnName, Manifest } from '@btn/core'
import { shownName, type Hop, type LineageGraph } from '@btn/core/run'

export type Direction = 'up' | 'down'

interface Shown {
  readonly manifest: Pick<Manifest, 'nodes'>
  readonly graph: LineageGraph
  readonly columns: readonly ColumnName[]
  readonly directions: readonly Direction[]
}

/** Each column with the ways that lead to it, and those that lead away from it. */
export function lineageText({ columns, ...shown }: Shown): string {
  const trees = columns.map((column) => columnLines(shown, column).join('\n'))
  const [first] = columns
  const uses = first && shown.directions.includes('up') ? usesLines(shown, first) : []
  return [...trees, ...uses].join('\n')
}

type Context = Omit<Shown, 'columns'>

function columnLines(context: Context, column: ColumnName): readonly string[] {
  const { directions } = context
  const lines = directions.flatMap((direction) => {
    const tree = new Tree(context, direction).linesBelow(column)
    const isSecond = direction === 'down' && directions.length > 1
    return isSecond && tree.length > 0 ? ['goes to', ...tree] : tree
  })
  return [`${nameOf(context, column)}${typeOf(context, column)}`, ...lines]
}

class Tree {
  readonly #context: Context
  readonly #direction: Direction
  readonly #seen = new Set<string>()

  constructor(context: Context, direction: Direction) {
    this.#context = context
    this.#direction = direction
  }

  linesBelow(at: ColumnName): readonly string[] {
    const hops = this.#context.graph[this.#direction](at)
    return hops.flatMap((hop, index) => this.#branch(hop, index === hops.length - 1))
  }

  #branch(hop: Hop, isLast: boolean): readonly string[] {
    const key = `${hop.node}\0${hop.column}`
    const isKnown = this.#seen.has(key)
    this.#seen.add(key)
    const below = isKnown ? [] : this.linesBelow(hop)
    const again = isKnown && this.#context.graph[this.#direction](hop).length > 0
    const text = `${word(hop, this.#direction)} ${nameOf(this.#context, hop)}${typeOf(this.#context, hop)}`
    const [elbow, bar] = isLast ? ['└─ ', '   '] : ['├─ ', '│  ']
    const end = again ? ' (see above)' : this.#endOf(hop)
    return [`${elbow}${text}${end}`, ...below.map((it) => `${bar}${it}`)]
  }

  /** What stands where a way begins. */
  #endOf(hop: Hop): string {
    if (this.#direction === 'down' || this.#context.graph.up(hop).length > 0) return ''
    const node = this.#context.manifest.nodes.get(hop.node)
    if (node?.kind === 'source') return ''
    return node?.kind === 'seed' ? ' (seed)' : ' (of no column)'
  }
}

function word({ how }: Hop, direction: Direction): string {
  return direction === 'up' ? `${how} from` : `${how} in`
}

function nameOf({ manifest }: Context, { node: id, column }: ColumnName): string {
  const node = manifest.nodes.get(id)
  return `${node ? shownName(node) : id}.${column}`
}

function ownerOf({ manifest }: Context, id: ColumnName['node']): string {
  const node = manifest.nodes.get(id)
  return node ? shownName(node) : id
}

function typeOf({ graph }: Context, name: ColumnName): string {
  const type = graph.findColumn(name)?.type
  return type === undefined ? '' : `  ${type}`
}

/** Columns that decide which rows there are: they are in no value, and a wrong one is felt in all of them. */
function usesLines(context: Context, { node }: ColumnName): readonly string[] {
  const uses = context.graph.usesOf(node)
  if (uses.length === 0) return []
  const words = new Map<string, string[]>()
  for (const use of uses) {
    const name = nameOf(context, use)
    words.set(name, [...(words.get(name) ?? []), use.how])
  }
  const lines = [...words].map(([name, hows]) => `- ${name} (${hows.join(', ')})`)
  return [`the rows of ${ownerOf(context, node)} depend on`, ...lines]
}
