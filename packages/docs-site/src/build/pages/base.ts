import type { Html, JsonObject, Link, NodeBase, Owner, PageBase } from '../../data/index.ts'
import { isObject, objectAt, settled, textAt, textsAt, tidy, tidyDeep } from '../../read/json.ts'
import type { Entry } from '../../read/entries.ts'
import { macrosOf } from '../../read/edges.ts'
import { configOf, runsOf, type Reading } from '../../read/reading.ts'
import { hasCode } from '../code/code.ts'

/** What every page says. */
export function toBase(entry: Entry, reading: Reading): PageBase {
  const { id, name, json } = entry
  const group = groupOf(entry, reading)
  return settled<PageBase>({
    id,
    name,
    package: entry.package,
    file: textAt(json, 'original_file_path'),
    describedIn: describedIn(json),
    description: htmlAt(json, 'description', reading),
    tags: [...new Set(textsAt(json, 'tags'))].sort(),
    meta: metaOf(json),
    owner: ownerOf(entry, reading),
    group: group && { id: group.id, name: group.name, kind: 'group' },
    hasCode: hasCode(entry, reading),
  })
}

/** What every node of the graph says. */
export function toNodeBase(entry: Entry, reading: Reading): NodeBase {
  const { edges, linkOf } = reading
  return {
    ...toBase(entry, reading),
    dependsOn: (edges.parents.get(entry.id) ?? []).map(linkOf),
    usedBy: usersOf(entry.id, reading),
    macros: macrosOf(entry).map(linkOf).filter(isNoEngine),
    config: settingsOf(entry),
    runs: runsOf(reading, entry.id),
  }
}

/** What somebody has set: neither what stands elsewhere on the page, nor what dbt gives to everything. */
function settingsOf(entry: Entry): JsonObject {
  const said = Object.entries(configOf(entry)).filter(([key, value]) => usual[key] !== value)
  return tidyDeep(tidy(Object.fromEntries(said), shownElsewhere))
}

const usual: JsonObject = {
  lookback: 1,
  delimiter: ',',
  on_schema_change: 'ignore',
  on_configuration_change: 'apply',
  fail_calc: 'count(*)',
  warn_if: '!= 0',
  error_if: '!= 0',
}

/** Tests have a place of their own on the page. */
function usersOf(id: string, { edges, entries, linkOf }: Reading): readonly Link[] {
  const users = edges.children.get(id) ?? []
  return users
    .filter((it) => {
      const kind = entries.get(it)?.kind
      return kind !== 'test' && kind !== 'unit_test'
    })
    .map(linkOf)
}

/** Macros that every node calls tell nothing of it. */
function isNoEngine({ id }: Link): boolean {
  return !engine.has(id)
}

const engine = new Set([
  'macro.dbt.statement',
  'macro.dbt.noop_statement',
  'macro.dbt.get_where_subquery',
  'macro.dbt.should_store_failures',
])

const shownElsewhere = new Set([
  ...['access', 'contract', 'description', 'docs', 'enabled', 'group', 'materialized', 'meta'],
  ...['severity', 'tags', 'unique_id'],
])

export function htmlAt(json: JsonObject, key: string, { markdown }: Reading): Html | undefined {
  const text = textAt(json, key)
  return text === undefined || text.trim() === '' ? undefined : markdown(text)
}

/** `shop://models/schema.yml` as `models/schema.yml`; nothing where the entry itself stands there. */
function describedIn(json: JsonObject): string | undefined {
  const file = textAt(json, 'patch_path')?.replace(/^[^:]*:\/\//, '')
  return file === textAt(json, 'original_file_path') ? undefined : file
}

export function metaOf(json: JsonObject): JsonObject | undefined {
  const meta = { ...objectAt(objectAt(json, 'config'), 'meta'), ...objectAt(json, 'meta') }
  return Object.keys(meta).length > 0 ? meta : undefined
}

export function groupOf({ json }: Entry, { entries, names }: Reading): Entry | undefined {
  const name = textAt(objectAt(json, 'config'), 'group') ?? textAt(json, 'group')
  const id = name === undefined ? undefined : names.groups.get(name)
  return id === undefined ? undefined : entries.get(id)
}

/** Whom the entry names, or `meta: {owner}`, or its group. */
export function ownerOf(entry: Entry, reading: Reading): Owner | undefined {
  const { json } = entry
  const named = toOwner(json['owner']) ?? toOwner(metaOf(json)?.['owner'])
  if (named) return named
  const group = entry.kind === 'group' ? undefined : groupOf(entry, reading)
  return group && toOwner(group.json['owner'])
}

function toOwner(value: unknown): Owner | undefined {
  if (typeof value === 'string' && value !== '') return { name: value }
  if (!isObject(value)) return undefined
  const emails = textsAt(value, 'email').join(', ')
  const name = textAt(value, 'name')
  if (!name && !emails) return undefined
  return settled<Owner>({ name, email: emails === '' ? undefined : emails })
}
