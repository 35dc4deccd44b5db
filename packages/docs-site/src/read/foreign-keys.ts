import type { ForeignKey, ForeignKeyFrom, JsonObject, Link } from '../data/index.ts'
import type { Entry } from './entries.ts'
import { entriesAt, objectAt, objectsAt, textAt, textsAt } from './json.ts'
import { pushTo } from './push-to.ts'

export interface ForeignKeys {
  readonly from: ReadonlyMap<string, readonly ForeignKey[]>
  readonly to: ReadonlyMap<string, readonly ForeignKeyFrom[]>
}

export interface Targets {
  readonly entries: ReadonlyMap<string, Entry>
  /** What each test is of. */
  readonly subjects: ReadonlyMap<string, string>
  /** What `ref('orders')`, `source('raw', 'orders')` or the name of a relation means. */
  readonly targetOf: (text: string | undefined) => Link | undefined
  readonly linkOf: (id: string) => Link
}

/** What points where: by constraints of tables and columns, and by `relationships` tests. What two say is told once. */
export function readForeignKeys(targets: Targets): ForeignKeys {
  const found = new Map<string, Map<string, ForeignKey>>()
  const add = (id: string, key: ForeignKey | undefined): void => {
    if (!key) return
    const keys = found.get(id) ?? new Map<string, ForeignKey>()
    const said = [key.to.id, ...key.columns, '>', ...key.toColumns].join(' ').toLowerCase()
    if (!keys.has(said)) keys.set(said, key)
    found.set(id, keys)
  }
  for (const { id, json } of targets.entries.values()) {
    for (const it of objectsAt(json, 'constraints')) add(id, ofConstraint(it, [], targets))
    for (const [name, column] of entriesAt(json, 'columns')) {
      for (const it of objectsAt(column, 'constraints')) add(id, ofConstraint(it, [name], targets))
    }
  }
  for (const entry of targets.entries.values()) {
    const subject = targets.subjects.get(entry.id)
    if (entry.kind === 'test' && subject) add(subject, ofTest(entry.json, targets))
  }
  const from = new Map([...found].map(([id, keys]) => [id, [...keys.values()]]))
  return { from, to: turned(from, targets) }
}

function ofConstraint(
  json: JsonObject,
  column: readonly string[],
  { targetOf }: Targets,
): ForeignKey | undefined {
  const to = textAt(json, 'type') === 'foreign_key' ? targetOf(textAt(json, 'to')) : undefined
  if (!to) return undefined
  const columns = textsAt(json, 'columns')
  const toColumns = textsAt(json, 'to_columns')
  return { columns: columns.length > 0 ? columns : column, to, toColumns, by: 'constraint' }
}

function ofTest(json: JsonObject, { targetOf }: Targets): ForeignKey | undefined {
  const definition = objectAt(json, 'test_metadata')
  const args = objectAt(definition, 'kwargs')
  const [column, field] = [textAt(args, 'column_name'), textAt(args, 'field')]
  if (textAt(definition, 'name') !== 'relationships' || !column || !field) return undefined
  const to = targetOf(textAt(args, 'to'))
  return to && { columns: [column], to, toColumns: [field], by: 'test' }
}

function turned(
  from: ReadonlyMap<string, readonly ForeignKey[]>,
  { linkOf }: Targets,
): ReadonlyMap<string, readonly ForeignKeyFrom[]> {
  const to = new Map<string, ForeignKeyFrom[]>()
  for (const [id, keys] of from) {
    for (const { to: target, columns, toColumns } of keys) {
      pushTo(to, target.id, { from: linkOf(id), columns, toColumns })
    }
  }
  return to
}
