import type { Checked, JsonObject, Manifest, Node, NodeCheck, Unchecked } from '../types/index.ts'

type Known = Extract<NodeCheck, { kind: 'checked' }>

/** `nodes` of `target/lineage.json`: the columns of everything that has some, and where they come from. */
export function toLineageNodes(
  { nodes: found }: Checked,
  { nodes }: Pick<Manifest, 'nodes'>,
): JsonObject {
  const entries = [...nodes.values()].filter(hasColumns).flatMap(({ id }) => {
    const it = found.get(id)
    return it ? [[id, toNodeJson(it, nodes)] as const] : []
  })
  return Object.fromEntries(entries)
}

function hasColumns({ kind }: Node): boolean {
  return kind === 'model' || kind === 'seed' || kind === 'snapshot' || kind === 'source'
}

function toNodeJson(found: NodeCheck, nodes: Manifest['nodes']): JsonObject {
  if (found.kind === 'broken') return { columns: {}, uses: [], problem: 'its query has a mistake' }
  if (found.kind === 'unchecked')
    return { columns: {}, uses: [], problem: sayWhy(found.because, nodes) }
  const { columns, uses, problem } = found
  return {
    columns: Object.fromEntries(columns.map(toColumn)),
    uses: uses.map((it) => ({ ...it })),
    ...(problem !== undefined && { problem }),
  }
}

function toColumn({ name, type, from }: Known['columns'][number], at: number) {
  return [name, { index: at + 1, type, from: from.map((it) => ({ ...it })) }] as const
}

/** Why nothing is known of a node, as a sentence without its name. */
export function sayWhy(because: Unchecked, nodes: Manifest['nodes']): string {
  switch (because.why) {
    case 'source-unknown':
      return 'nobody tells which columns it has'
    case 'relation-unknown':
      return `it reads ${because.name}, which is no node of the project`
    case 'not-here':
      // What the engine says may name folders of this machine.
      return 'it needs a file, an extension or a value that is known only when it runs'
    case 'python':
      return 'it is a program, and its columns are not declared with their types'
    case 'parent':
      return `it reads ${nodes.get(because.node)?.name ?? because.node}, of which that is not known`
  }
}
