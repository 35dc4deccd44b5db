import type { SchemaName } from '@btn/adapter'
import type { Node, Step } from '../types/index.ts'
import type { RunState } from './step-context.ts'
import type { NodeSession } from './session.ts'
import { storesFailures } from './data-test/stores-failures.ts'
import { unnamedPart } from './materialize/refuse-unnamed.ts'

/** A schema that the run writes to, and a node that does. */
interface NeededSchema extends SchemaName {
  readonly node: Node
}

/** Makes the schemas that are missing. */
export async function createSchemas(
  state: RunState,
  schemas: readonly NeededSchema[],
  openSession: (node: Node) => NodeSession,
): Promise<void> {
  const existing = new Map<string, readonly string[]>()
  const { dialect, runtime } = state.input
  for (const { database, schema, node } of schemas) {
    const session = openSession(node)
    const known = existing.get(database) ?? (await session.listSchemas(database))
    existing.set(database, known)
    if (known.some((name) => dialect.isSameName(name, schema))) continue
    const relation = { database, schema, name: '' }
    await runtime.open(node, session).callMacro('create_schema', [{ relation }])
    await session.commit()
  }
}

/** The schemas of everything that the steps build. */
export function findSchemas(state: RunState, steps: readonly Step[]): readonly NeededSchema[] {
  const found = new Map<string, NeededSchema>()
  for (const step of steps) {
    const node = state.input.manifest.nodes.get(step.node)
    // Where the project gives no name there is nothing to make; the node tells of it.
    if (!node || !isBuilt(state, step, node) || unnamedPart(node)) continue
    const { database, schema } = node
    const key = `${database}\0${schema}`.toLowerCase()
    if (!found.has(key)) found.set(key, { database, schema, node })
  }
  return [...found.values()]
}

type Built = Extract<Node, { readonly schema: string }>

function isBuilt(state: RunState, step: Step, node: Node): node is Built {
  const kinds: readonly Step['kind'][] = [
    'materialize',
    'build-function',
    'load-seed',
    ...(state.input.loading?.isDryRun ? [] : (['load-source'] as const)),
    'clone-node',
  ]
  if (kinds.includes(step.kind)) return 'schema' in node
  return step.kind === 'run-test' && node.kind === 'test' && storesFailures({ state }, node)
}
