import type { Constraint, DataTest, Node, NodeId } from '../types/index.ts'

/** dbt's guess at the primary keys of models without such a constraint: what is tested to be unique (and not null). */
export function primaryKeys(
  nodes: ReadonlyMap<NodeId, Node>,
): ReadonlyMap<NodeId, readonly string[]> {
  const tests = new Map<NodeId, DataTest[]>()
  for (const node of nodes.values()) {
    const target = node.kind === 'test' ? node.generic?.attachedNode : undefined
    if (node.kind !== 'test' || target === undefined) continue
    const others = tests.get(target)
    if (others) others.push(node)
    else tests.set(target, [node])
  }
  const keys = new Map<NodeId, readonly string[]>()
  for (const node of nodes.values()) {
    if (node.kind !== 'model') continue
    if (node.primaryKey.length > 0) continue
    const key = fromTests(tests.get(node.id) ?? [])
    if (key.length > 0) keys.set(node.id, key)
  }
  return keys
}

/** The primary key that constraints of the model or of one of its columns name. */
export function constrainedKey(
  constraints: readonly Constraint[],
  columns: readonly { readonly name: string; readonly constraints: readonly Constraint[] }[],
): readonly string[] {
  const whole = constraints.find((constraint) => constraint.type === 'primary_key')
  if (whole?.columns) return whole.columns
  for (const column of columns) {
    if (column.constraints.some((constraint) => constraint.type === 'primary_key'))
      return [column.name]
  }
  return []
}

function fromTests(tests: readonly DataTest[]): readonly string[] {
  const unique = new Set<string>()
  const filled = new Set<string>()
  for (const { generic } of tests) {
    const column = generic?.columnName
    if (generic?.name === 'unique_combination_of_columns' && generic.namespace === 'dbt_utils') {
      const columns = generic.kwargs['combination_of_columns']
      if (Array.isArray(columns)) for (const name of columns) unique.add(String(name))
    }
    if (column === undefined) continue
    if (generic?.name === 'unique') unique.add(column)
    if (generic?.name === 'not_null') filled.add(column)
  }
  const both = [...unique].filter((column) => filled.has(column))
  return both.length > 0 ? both : [...unique]
}
