import { diagnostic, findNearest } from '@btn/diagnostics'
import type { Column, Constraint, Model, Node, NodeId } from '../types/index.ts'
import type { Linking } from './linking.ts'
import { isContractEnforced } from '../config/contract.ts'
import type { Lookup } from '../context/lookup.ts'

const REFERENCE = /^\s*(ref|source)\s*\(\s*['"]([^'"]+)['"](?:\s*,\s*['"]([^'"]+)['"])?\s*\)\s*$/

/**
 * `to: ref('customers')` of a foreign key becomes the relation's name, and the model waits for it. Gives the nodes that the keys
 * point to; the model's constraints are replaced.
 */
export function linkForeignKeys(linking: Linking, model: Model, lookup: Lookup): readonly NodeId[] {
  const found: NodeId[] = []
  const resolve = (constraints: readonly Constraint[]): readonly Constraint[] =>
    constraints.map((constraint) => {
      const target =
        constraint.to === undefined ? undefined : findTarget(linking, model, constraint.to, lookup)
      if (!target) return constraint
      found.push(target.id)
      return { ...constraint, to: relationName(target) }
    })
  if (model.constraints.some(isReference))
    Object.assign(model, { constraints: resolve(model.constraints) })
  // Columns are only looked at where a contract needs them.
  if (!isContractEnforced(model)) return found
  if ([...model.columns.values()].some((column) => column.constraints.some(isReference))) {
    const columns = new Map<string, Column>()
    for (const [name, column] of model.columns) {
      columns.set(name, { ...column, constraints: resolve(column.constraints) })
    }
    Object.assign(model, { columns })
  }
  return found
}

function isReference(constraint: Constraint): boolean {
  return constraint.to !== undefined && REFERENCE.test(constraint.to)
}

function relationName(node: Node): string {
  return 'relationName' in node && node.relationName !== undefined ? node.relationName : node.name
}

function findTarget(linking: Linking, model: Model, to: string, lookup: Lookup): Node | undefined {
  const [, kind, first = '', second] = REFERENCE.exec(to) ?? []
  if (kind === undefined) return undefined
  const isSource = kind === 'source'
  const found = isSource
    ? lookup.findSource(model.packageName, first, second ?? '')
    : lookup.findRef(
        model.packageName,
        second ?? first,
        second === undefined ? undefined : first,
        undefined,
      )
  if (found !== undefined && found !== 'disabled') return found
  const name = isSource ? `${first}.${second ?? ''}` : (second ?? first)
  const nearest = findNearest(name, isSource ? lookup.sourceNames() : lookup.refNames())
  const span = linking.project.sources.spanOf({ file: model.file, start: 0, end: 0 })
  const code = isSource ? 'source-not-found' : 'ref-not-found'
  linking.diagnostics.push(diagnostic(code, { name, nearest }, { span }))
  return undefined
}
