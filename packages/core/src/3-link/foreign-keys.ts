import { diagnostic } from '@btn/diagnostics'
import type { Lookup } from '../context/lookup.ts'
import { LazyMap } from '../lazy-map.ts'
import { readReference } from '../names/read-reference.ts'
import type { Column, Constraint, Model, Place, RefCall, SourceCall } from '../types/index.ts'
import type { Draft } from './draft.ts'
import type { Linking } from './linking.ts'

/** The model refers to what its foreign keys point to, as if its SQL did. */
export function addForeignKeys(
  linking: Linking,
  model: Draft<Omit<Model, 'rawCode'>>,
  place: Place,
): void {
  const refs: RefCall[] = []
  const sources: SourceCall[] = []
  for (const [constraint, at] of foreignKeysOf(model, place)) {
    const to = constraint.to ?? ''
    const found = readReference(to)
    if (found?.kind === 'ref') refs.push({ ...withoutKind(found), place: at })
    else if (found) sources.push({ ...withoutKind(found), place: at })
    else {
      const where = { span: linking.project.sources.spanOf(at) }
      linking.diagnostics.push(diagnostic('foreign-key-target', { name: model.name, to }, where))
    }
  }
  if (refs.length > 0) model.refs = [...model.refs, ...refs]
  if (sources.length > 0) model.sources = [...model.sources, ...sources]
}

function withoutKind<T extends { readonly kind: string }>({ kind: _, ...rest }: T) {
  return rest
}

/** Foreign keys with the place of the column, or of the model's entry. */
function* foreignKeysOf(
  { constraints, columns }: Pick<Model, 'constraints' | 'columns'>,
  place: Place,
): Iterable<readonly [Constraint, Place]> {
  for (const constraint of constraints) if (pointsSomewhere(constraint)) yield [constraint, place]
  // Columns that are made on demand have no constraints.
  if (columns instanceof LazyMap) return
  for (const column of columns.values()) {
    for (const constraint of column.constraints)
      if (pointsSomewhere(constraint)) yield [constraint, column.place]
  }
}

function pointsSomewhere({ type, to }: Constraint): boolean {
  return type === 'foreign_key' && to !== undefined && to !== ''
}

/** Notes the names of the relations that foreign keys point to. */
export function resolveForeignKeys(model: Draft<Model>, lookup: Lookup): void {
  const resolve = (constraint: Constraint): Constraint => {
    const target = pointsSomewhere(constraint) && findTarget(model, constraint, lookup)
    return target ? { ...constraint, ...target } : constraint
  }
  if (model.constraints.some(pointsSomewhere)) model.constraints = model.constraints.map(resolve)
  if (model.columns instanceof LazyMap) return
  if (![...model.columns.values()].some((column) => column.constraints.some(pointsSomewhere)))
    return
  const columns = new Map<string, Column>()
  for (const [name, column] of model.columns) {
    columns.set(name, { ...column, constraints: column.constraints.map(resolve) })
  }
  model.columns = columns
}

function findTarget(
  model: Model,
  { to }: Constraint,
  lookup: Lookup,
): Pick<Constraint, 'toNode' | 'toRelation'> | undefined {
  const call = readReference(to ?? '')
  if (!call) return undefined
  const found =
    call.kind === 'ref'
      ? lookup.findRef(model.packageName, call.name, call.package, call.version)
      : lookup.findSource(model.packageName, call.source, call.table)
  if (found === undefined || found === 'disabled' || !('relationName' in found)) return undefined
  const { id, relationName } = found
  return relationName === undefined ? undefined : { toNode: id, toRelation: relationName }
}
