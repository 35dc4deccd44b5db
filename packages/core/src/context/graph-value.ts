import { fromJs, type Value } from '@btn/jinja'
import { toGraphJson, toGroupJson } from '../artifact/index.ts'
import type { Manifest, NodeKind } from '../types/index.ts'

/** `graph` in templates: each node becomes a dict when it is looked at. */
export function graphValue(manifest: Manifest): Value {
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
