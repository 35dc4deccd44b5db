import { toNodeJson } from '../../artifact/index.ts'
import type { JsonObject } from '../../types/index.ts'
import type { UnitTestCase } from './unit-test-case.ts'

/** `model` in the templates of a unit test: the test in the shape of a node with a query. */
export function unitTestJson({ node, tested, self }: UnitTestCase): JsonObject {
  const { overrides } = node
  const json = toNodeJson({
    ...node,
    kind: 'analysis',
    database: tested.database,
    schema: tested.schema,
    alias: node.name,
    rawCode: tested.rawCode,
    refs: tested.refs,
    sources: tested.sources,
    columns: new Map(),
    configCall: {},
    tags: [],
    meta: {},
    description: '',
    unrenderedConfig: {},
  })
  return {
    ...json,
    resource_type: 'unit_test',
    checksum: { name: 'none', checksum: '' },
    tested_node_unique_id: tested.id,
    this_input_node_unique_id: self?.node.id ?? null,
    overrides: overrides
      ? { macros: overrides.macros, vars: overrides.vars, env_vars: overrides.envVars }
      : null,
  }
}
