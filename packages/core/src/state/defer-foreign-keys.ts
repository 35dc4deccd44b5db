import { LazyMap } from '../lazy-map.ts'
import { relationNameOf, type Writing } from '../names/relation-name.ts'
import type { Column, Constraint, Manifest, Model, Node, NodeId, Plan } from '../types/index.ts'

/**
 * The manifest in which foreign keys of what is selected point to an earlier run's relation wherever this run does not make
 * what they name. Unlike `ref()`, a foreign key does not care whether that exists here: so it is in dbt.
 */
export function deferForeignKeys(
  manifest: Manifest,
  { selected, deferral }: Pick<Plan, 'selected' | 'deferral'>,
  writing: Writing,
): Manifest {
  if (!deferral?.redirects) return manifest
  const made = new Set(selected)
  const defer = (constraint: Constraint): Constraint => {
    const { toNode } = constraint
    const earlier = toNode && !made.has(toNode) ? deferral.relations.get(toNode) : undefined
    // As `ref()` has it: quoted as this project wants it, not as the earlier run or the node did.
    return earlier?.relationName === undefined
      ? constraint
      : { ...constraint, toRelation: relationNameOf(writing, earlier) }
  }
  let nodes: Map<NodeId, Node> | undefined
  for (const id of selected) {
    const node = manifest.nodes.get(id)
    if (node?.kind !== 'model' || !hasForeignKeys(node)) continue
    nodes ??= new Map(manifest.nodes)
    nodes.set(id, withConstraints(node, defer))
  }
  return nodes ? { ...manifest, nodes } : manifest
}

function hasForeignKeys({ constraints, columns }: Model): boolean {
  const isResolved = ({ toNode }: Constraint): boolean => toNode !== undefined
  if (constraints.some(isResolved)) return true
  // Columns that are made on demand have no constraints.
  return (
    !(columns instanceof LazyMap) &&
    [...columns.values()].some((column) => column.constraints.some(isResolved))
  )
}

function withConstraints(model: Model, change: (it: Constraint) => Constraint): Model {
  const columns = new Map<string, Column>()
  for (const [name, column] of model.columns)
    columns.set(name, { ...column, constraints: column.constraints.map(change) })
  // A node's code is read when somebody asks: it is inherited, not copied.
  return Object.create(model, {
    constraints: { value: model.constraints.map(change), enumerable: true },
    columns: { value: columns, enumerable: true },
  })
}
