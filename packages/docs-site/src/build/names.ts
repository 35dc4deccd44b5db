import type { Kind, NodeTable, Status } from '../data/index.ts'
import type { Entry } from '../read/entries.ts'
import { objectAt, textAt } from '../read/json.ts'
import { configOf, runsOf, type Reading } from '../read/reading.ts'
import { IndexOf } from './index-of.ts'
import { isBuiltIn } from './pages/others.ts'

/** Kinds without a place in the graph; they come last in the table. */
const apart: ReadonlySet<Kind> = new Set(['macro', 'group'])

export function isInGraph({ kind }: Entry): boolean {
  return !apart.has(kind)
}

export function toNodeTable(reading: Reading): NodeTable {
  const entries = [...reading.entries.values()]
  const kinds = new IndexOf<Kind>()
  const [packages, files, schemas] = [
    new IndexOf<string>(),
    new IndexOf<string>(),
    new IndexOf<string>(),
  ]
  const statuses = new IndexOf<Status>()
  return {
    graphSize: entries.filter(isInGraph).length,
    name: entries.map((it) => it.name),
    kind: entries.map((it) => kinds.of(it.kind)),
    package: entries.map((it) => packages.of(packageInId(it))),
    rest: entries.map(restOf),
    file: entries.map((it) => files.of(textAt(it.json, 'original_file_path') ?? '')),
    schema: entries.map((it) => schemas.of(schemaOf(it))),
    status: entries.map((it) => statuses.of(statusOf(it, reading))),
    hidden: entries.map((it) => (isHidden(it) ? 1 : 0)),
    kindNames: kinds.values,
    packages: packages.values,
    files: files.values,
    schemas: schemas.values,
    statuses: statuses.values,
  }
}

function packageInId({ id, package: owner }: Entry): string {
  return id.split('.')[1] ?? owner
}

function restOf({ id, name }: Entry): 0 | string {
  const tail = id.split('.').slice(2).join('.')
  if (tail === name) return 0
  return tail.startsWith(`${name}.`) ? tail.slice(name.length) : tail
}

const relational: ReadonlySet<Kind> = new Set(['model', 'seed', 'snapshot', 'source'])

function schemaOf({ kind, json }: Entry): string | undefined {
  const schema = relational.has(kind) ? textAt(json, 'schema') : undefined
  const database = textAt(json, 'database')
  return schema && database ? `${database}.${schema}` : schema
}

/** Of the last run; of a source, what its freshness said. */
export function statusOf({ id, kind }: Entry, reading: Reading): Status | undefined {
  if (kind === 'source') return reading.freshness.get(id)?.status ?? runsOf(reading, id)[0]?.status
  return runsOf(reading, id)[0]?.status
}

function isHidden(entry: Entry): boolean {
  const { json } = entry
  const docs = { ...objectAt(json, 'docs'), ...objectAt(configOf(entry), 'docs') }
  return docs['show'] === false || isBuiltIn(entry)
}
