import type { Constraint, DataTest, GenericTest, Node, NodeId } from '../types/index.ts'

/**
 * dbt's guess at the primary keys of models without such a constraint: what is tested to be unique (and not null). Tests that are
 * switched off say so, too, where no other test does.
 */
export function primaryKeys(
  nodes: ReadonlyMap<NodeId, Node>,
  disabled: readonly Node[] = [],
): ReadonlyMap<NodeId, readonly string[]> {
  const tests = new Map<NodeId, DataTest[]>()
  for (const node of [...nodes.values(), ...disabled]) {
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
  const uniqueIfOn = new Set<string>()
  const filled = new Set<string>()
  for (const { generic, config } of tests) {
    if (!generic) continue
    const tested = testedColumn(generic)
    if (generic.name === 'not_null' && tested !== undefined) filled.add(tested)
    for (const column of uniqueColumns(generic))
      (config['enabled'] === false ? uniqueIfOn : unique).add(column)
  }
  const all = [...unique, ...uniqueIfOn]
  const both = new Set(all.filter((column) => filled.has(column)))
  const sets = [both, unique, uniqueIfOn]
  return [...(sets.find((columns) => columns.size > 0) ?? [])]
}

/** A test of a model may name its column, or an expression, among its arguments. */
function testedColumn({ columnName, kwargs }: GenericTest): string | undefined {
  const named = columnName ?? kwargs['column_name']
  return typeof named === 'string' ? named : undefined
}

function uniqueColumns(generic: GenericTest): readonly string[] {
  const { name, kwargs } = generic
  if (name !== 'unique' && name !== 'unique_combination_of_columns') return []
  const tested = testedColumn(generic)
  if (tested !== undefined) return [tested]
  const columns = kwargs['combination_of_columns']
  return Array.isArray(columns) ? columns.filter((it) => typeof it === 'string') : []
}
