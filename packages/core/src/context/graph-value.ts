import { Dict, fromJs, type Value } from '@btn/jinja'
import { toGraphJson, toGroupJson } from '../artifact/index.ts'
import type { MacroId, Manifest, Node, NodeId, NodeKind } from '../types/index.ts'

/** `graph` in templates, in which nodes depend on the macros that they have called until now, as in dbt. */
export class LiveGraph {
  readonly #manifest: Manifest
  readonly #late = new Map<NodeId, Set<MacroId>>()
  #value: Value | undefined

  constructor(manifest: Manifest) {
    this.#manifest = manifest
  }

  get value(): Value {
    if (this.#value === undefined) {
      this.#value = graphValue(this.#manifest)
      for (const [id, macros] of this.#late) for (const macro of macros) this.#add(id, macro)
    }
    return this.#value
  }

  /** A template calls a macro that it did not call when it was parsed. */
  noteCall(node: Node, macro: MacroId): void {
    if (!('dependsOn' in node) || node.dependsOn?.macros.includes(macro)) return
    let macros = this.#late.get(node.id)
    if (!macros) this.#late.set(node.id, (macros = new Set()))
    if (macros.has(macro)) return
    macros.add(macro)
    if (this.#value !== undefined) this.#add(node.id, macro)
  }

  #add(id: NodeId, macro: MacroId): void {
    const macros = ['nodes', id, 'depends_on', 'macros'].reduce<Value | undefined>(
      (value, key) => (value instanceof Dict ? value.get(key) : undefined),
      this.#value,
    )
    if (Array.isArray(macros)) macros.push(macro)
  }
}

/** Each node becomes a dict when it is looked at. */
function graphValue(manifest: Manifest): Value {
  const tables: Readonly<Record<string, object>> = Object.fromEntries(
    ['nodes', ...Object.values(tableNames)].map((name) => [name, {}]),
  )
  for (const node of manifest.nodes.values()) {
    if (node.kind === 'report' || node.kind === 'monitor') continue
    const table = tables[tableNames[node.kind] ?? 'nodes']
    Object.defineProperty(table, node.id, { enumerable: true, get: memo(() => toGraphJson(node)) })
  }
  const groups = Object.fromEntries(
    [...manifest.groups.values()].map((group) => [group.id, toGroupJson(group)]),
  )
  return fromJs({ groups, ...tables })
}

/** Where a kind of node is found that is not among `nodes`. */
const tableNames: Partial<Record<NodeKind, string>> = {
  exposure: 'exposures',
  function: 'functions',
  metric: 'metrics',
  saved_query: 'saved_queries',
  semantic_model: 'semantic_models',
  source: 'sources',
  unit_test: 'unit_tests',
}

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
