import { fromJs, type Value } from '@btn/jinja'
import { toGraphJson, toGroupJson } from '../artifact/index.ts'
import type { Manifest, Node } from '../types/index.ts'

/** `graph` in templates: each node becomes a dict when it is looked at. */
export function graphValue(manifest: Manifest): Value {
  const nodes: Record<string, unknown> = {}
  const sources: Record<string, unknown> = {}
  const unitTests: Record<string, unknown> = {}
  const functions: Record<string, unknown> = {}
  const others: Partial<Record<Node['kind'], Record<string, unknown>>> = {
    source: sources,
    unit_test: unitTests,
    function: functions,
  }
  for (const node of manifest.nodes.values()) {
    const table = others[node.kind] ?? nodes
    Object.defineProperty(table, node.id, { enumerable: true, get: memo(() => toGraphJson(node)) })
  }
  const groups = Object.fromEntries(
    [...manifest.groups.values()].map((group) => [group.id, toGroupJson(group)]),
  )
  return fromJs({
    exposures: {},
    functions,
    groups,
    metrics: {},
    nodes,
    sources,
    semantic_models: {},
    saved_queries: {},
    unit_tests: unitTests,
  })
}

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
