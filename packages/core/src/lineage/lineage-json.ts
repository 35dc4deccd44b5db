import type {
  Checked,
  Json,
  JsonObject,
  Manifest,
  Node,
  NodeCheck,
  NodeId,
  PersonalMap,
  PersonalTrace,
  Unchecked,
} from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { keyOf } from './graph.ts'
import { wayOf } from './personal.ts'

type Known = Extract<NodeCheck, { kind: 'checked' }>

/** `nodes` of `target/lineage.json`: the columns of everything that has some, and where they come from. */
export function toLineageNodes(
  { nodes: found, personal }: Checked,
  { nodes }: Pick<Manifest, 'nodes'>,
): JsonObject {
  const entries = [...nodes.values()].filter(hasColumns).flatMap(({ id }) => {
    const it = found.get(id)
    if (!it) return []
    const { columns, ...rest } = toNodeJson(it, nodes)
    return [[id, { columns: withPersonal(columns, id, personal), ...rest }] as const]
  })
  return Object.fromEntries(entries)
}

function hasColumns({ kind }: Node): boolean {
  return kind === 'model' || kind === 'seed' || kind === 'snapshot' || kind === 'source'
}

function toNodeJson(
  found: NodeCheck,
  nodes: Manifest['nodes'],
): { readonly columns: JsonObject; readonly uses: readonly Json[]; readonly problem?: string } {
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

/** The same with the class of the personal data in it, where there is some. */
function withPersonal(
  columns: JsonObject,
  id: NodeId,
  personal: PersonalMap | undefined,
): JsonObject {
  if (!personal) return columns
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => {
      const traces = personal.get(keyOf({ node: id, column }))
      return [column, isObject(value) && traces ? { ...value, pii: toPii(traces) } : value]
    }),
  )
}

function toPii(traces: readonly PersonalTrace[]): JsonObject {
  const states = traces.map(({ state }) => state)
  const state = states.find((it) => it === 'raw') ?? states.find((it) => it === 'released')
  const [{ policy, release, from } = {}] = traces
  return {
    class: traces.map((it) => it.class).join(', '),
    by: from ? 'lineage' : 'declared',
    state: state ?? 'protected',
    ...(policy && { policy }),
    ...(release !== undefined && { release }),
    ...(from && { from: { node: from.node, column: from.column } }),
  }
}

/** `pii` of `target/lineage.json`: where it is declared, where somebody lets it out, and where it gets out without that. */
export function toPersonalJson({ nodes, personal, leaks = [] }: Checked): JsonObject | undefined {
  if (!personal) return undefined
  // As the nodes have them: keys are in lower case.
  const names = new Map(
    [...nodes].flatMap(([node, it]) =>
      it.kind === 'checked'
        ? it.columns.map(({ name }) => [keyOf({ node, column: name }), name] as const)
        : [],
    ),
  )
  const all = [...personal].flatMap(([key, traces]) => {
    const [node = '', column = ''] = key.split('\0')
    return traces.map((it) => ({ ...it, node, column: names.get(key) ?? column }))
  })
  return {
    declared: all
      .filter(({ from }) => !from)
      .map(({ node, column, class: of, state, policy }) => ({
        node,
        column,
        class: of,
        state,
        ...(policy && { policy }),
      })),
    released: all.flatMap(({ node, column, class: of, release }) =>
      release === undefined ? [] : [{ node, column, class: of, reason: release }],
    ),
    leaks: leaks.map((it) => ({
      node: it.node,
      column: it.column,
      class: it.class,
      by: it.by,
      exit: it.exit,
      way: wayOf(personal, it, it).map((hop) => ({ ...hop })),
    })),
  }
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
