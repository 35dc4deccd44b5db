import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '../../../types/index.ts'
import { isObject, objectAt } from '../../../types/json.ts'

/** Whether a model promises the same columns as before; nodes that are no models promise none. */
export function sameContract(node: JsonObject, old: JsonObject): boolean {
  if (node['resource_type'] !== 'model') return true
  if (!isEnforced(node) && !isEnforced(old)) return true
  return isEnforced(node) && isEnforced(old) && checksumOf(node) === checksumOf(old)
}

/** What breaks the promise that the model made before, in words; nothing where it made none or keeps it. */
export function findBreaks(node: JsonObject, old: JsonObject): readonly string[] {
  const isModel = node['resource_type'] === 'model'
  if (!isModel || !isEnforced(old) || sameContract(node, old)) return []
  const listed = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`${title}: ${items.map((it) => `\n    - ${it}`).join('')}`]
  return [
    ...(isEnforced(node) ? [] : ['Contract enforcement was removed']),
    ...listed('Columns were removed', removedColumns(node, old)),
    ...listed('Columns with data_type changes', retypedColumns(node, old)),
    ...listed('Enforced column level constraints were removed', weakerColumns(node, old)),
    ...listed('Enforced model level constraints were removed', weakerModel(node, old)),
    ...listed('Materialization changed with enforced constraints', losesConstraints(node, old)),
  ]
}

/** A model of the earlier manifest that is gone, or that is disabled today (then `node` is the disabled one). */
export function findRemoval(node: JsonObject): string | undefined {
  if (node['resource_type'] !== 'model' || !isEnforced(node) || isDeprecated(node)) return undefined
  const isDisabled = objectAt(node, 'config')['enabled'] === false
  const what = isDisabled ? 'was disabled' : 'was deleted or renamed'
  return `Contracted model '${String(node['unique_id'])}' ${what}.`
}

function isEnforced(node: JsonObject): boolean {
  return objectAt(node, 'contract')['enforced'] === true
}

function checksumOf(node: JsonObject): Json {
  return objectAt(node, 'contract')['checksum'] ?? null
}

function isDeprecated(node: JsonObject): boolean {
  const date = node['deprecation_date']
  return typeof date === 'string' && Date.parse(date) < Date.now()
}

type Columns = readonly (readonly [name: string, column: JsonObject])[]

/** By name. */
function columnsOf(node: JsonObject): Columns {
  return Object.entries(objectAt(node, 'columns'))
    .map(([name, column]) => [name, isObject(column) ? column : {}] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function removedColumns(node: JsonObject, old: JsonObject): readonly string[] {
  const columns = objectAt(node, 'columns')
  return columnsOf(old).flatMap(([name, column]) =>
    name in columns ? [] : String(column['name'] ?? name),
  )
}

/** Sizes do not count: varchar(3) may become varchar(10). */
function baseType(type: Json | undefined): string {
  return String(type ?? null)
    .split('(')[0]!
    .trim()
    .toLowerCase()
}

function retypedColumns(node: JsonObject, old: JsonObject): readonly string[] {
  const columns = objectAt(node, 'columns')
  return columnsOf(old).flatMap(([name, before]) => {
    const column = columns[name]
    if (!isObject(column) || baseType(before['data_type']) === baseType(column['data_type']))
      return []
    return `${name} (${show(before['data_type'])} -> ${show(column['data_type'])})`
  })
}

function show(value: Json | undefined): string {
  return value === null || value === undefined ? 'None' : String(value)
}

function weakerColumns(node: JsonObject, old: JsonObject): readonly string[] {
  if (!storesRows(old)) return []
  const columns = objectAt(node, 'columns')
  return columnsOf(old).flatMap(([name, before]) => {
    const column = columns[name]
    const lost = isObject(column) ? lostConstraints(column, before) : []
    return lost.map((it) => `'${nameOf(it)}' constraint on column ${name}`)
  })
}

function weakerModel(node: JsonObject, old: JsonObject): readonly string[] {
  const lost = storesRows(old) ? lostConstraints(node, old) : []
  return lost.map((it) => `'${nameOf(it)}' constraint on columns ${show(it['columns'])}`)
}

function losesConstraints(node: JsonObject, old: JsonObject): readonly string[] {
  const hasSome =
    constraintsOf(old).length > 0 ||
    columnsOf(old).some(([, column]) => constraintsOf(column).length > 0)
  if (!hasSome || !storesRows(old) || storesRows(node)) return []
  return [`${materializationOf(old)} -> ${materializationOf(node)}`]
}

/** What DuckDB holds to. */
const enforced: ReadonlySet<unknown> = new Set([
  'check',
  'not_null',
  'unique',
  'primary_key',
  'foreign_key',
])

function lostConstraints(now: JsonObject, before: JsonObject): readonly JsonObject[] {
  const kept = constraintsOf(now)
  return constraintsOf(before).filter(
    (old) => enforced.has(old['type']) && !kept.some((it) => isSameConstraint(it, old)),
  )
}

function isSameConstraint(left: JsonObject, right: JsonObject): boolean {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isDeepStrictEqual(said(left[key]), said(right[key])))
}

function said(value: Json | undefined): Json {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return null
  return value
}

function constraintsOf(holder: JsonObject): readonly JsonObject[] {
  const list: Json = holder['constraints'] ?? null
  return Array.isArray(list) ? (list as readonly Json[]).filter(isObject) : []
}

function nameOf(constraint: JsonObject): string {
  return String(constraint['name'] ?? constraint['type'])
}

function storesRows(node: JsonObject): boolean {
  const materialized = materializationOf(node)
  return materialized === 'table' || materialized === 'incremental'
}

function materializationOf(node: JsonObject): string {
  return show(objectAt(node, 'config')['materialized'])
}
