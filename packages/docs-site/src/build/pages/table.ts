import type { SourceInfo, StatsInfo, TablePage, VersionInfo } from '../../data/index.ts'
import { relationOf } from '../../read/catalog.ts'
import type { Entry } from '../../read/entries.ts'
import { objectAt, objectsAt, settled, textAt, textsAt, wordAt } from '../../read/json.ts'
import type { Reading } from '../../read/reading.ts'
import { sourceKey } from '../../read/targets.ts'
import { noTests } from '../../read/tests.ts'
import { htmlAt, toNodeBase } from './base.ts'
import { columnInfos, toConstraint, usesOf } from './columns.ts'
import { loadOf } from './load.ts'

/** The page of a model, seed, snapshot or source. */
export function toTablePage(entry: Entry, kind: TablePage['kind'], reading: Reading): TablePage {
  const { id, json } = entry
  const tests = reading.tests.ofNode.get(id) ?? noTests
  const config = objectAt(json, 'config')
  return settled<TablePage>({
    kind,
    ...toNodeBase(entry, reading),
    materialized: kind === 'source' ? undefined : textAt(config, 'materialized'),
    language: languageOf(entry),
    relation: relationOf(entry, reading.catalog.get(id)),
    columns: columnInfos(entry, reading),
    uses: usesOf(entry, reading),
    tests: tests.whole,
    unitTests: tests.units,
    contract: objectAt(config, 'contract')['enforced'] === true,
    constraints: objectsAt(json, 'constraints').map((it) => toConstraint(it, reading)),
    primaryKey: textsAt(json, 'primary_key'),
    foreignKeys: reading.foreignKeys.from.get(id) ?? [],
    referencedBy: reading.foreignKeys.to.get(id) ?? [],
    access: accessOf(entry),
    versions: versionsOf(entry, reading),
    stats: statsOf(entry, reading),
    source: kind === 'source' ? sourceOf(entry, reading) : undefined,
    load: loadOf(entry, reading),
  })
}

function languageOf({ kind, json }: Entry): 'sql' | 'python' | undefined {
  if (kind !== 'model') return undefined
  return textAt(json, 'language') === 'python' ? 'python' : 'sql'
}

function accessOf({ kind, json }: Entry): TablePage['access'] {
  const word = textAt(json, 'access') ?? textAt(objectAt(json, 'config'), 'access')
  if (kind !== 'model') return undefined
  return word === 'public' || word === 'private' ? word : 'protected'
}

function versionsOf(
  { kind, json }: Entry,
  { names: { named }, linkOf }: Reading,
): VersionInfo | undefined {
  const version = kind === 'model' ? wordAt(json, 'version') : undefined
  if (version === undefined) return undefined
  const all = (named.get(textAt(json, 'name') ?? '') ?? [])
    .filter((it) => it.package === textAt(json, 'package_name') && it.kind === 'model')
    .map((it) => ({ id: it.id, version: wordAt(it.json, 'version') ?? '' }))
    .sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }))
  return settled<VersionInfo>({
    version,
    latest: wordAt(json, 'latest_version'),
    all: all.map(({ id }) => linkOf(id)),
    deprecatedAt: textAt(json, 'deprecation_date'),
  })
}

/** The catalogue's numbers; what it lacks is that of btn's own history. */
function statsOf({ id }: Entry, { catalog, artifacts }: Reading): StatsInfo | undefined {
  const inCatalog = catalog.get(id)?.stats
  const kept = objectAt(objectAt(artifacts.history, 'stats'), id)
  const rows = inCatalog?.rows ?? asNumber(kept['rows'])
  const bytes = inCatalog?.bytes ?? asNumber(kept['bytes'])
  const files = asNumber(kept['files'])
  const others = inCatalog?.others ?? []
  if (rows === undefined && bytes === undefined && others.length === 0) return undefined
  return settled<StatsInfo>({ rows, bytes, files, others })
}

const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined

function sourceOf(entry: Entry, reading: Reading): SourceInfo {
  const { id, json } = entry
  const name = textAt(json, 'source_name') ?? ''
  const siblings = (reading.names.sourceTables.get(sourceKey(entry)) ?? []).filter(
    (it) => it !== id,
  )
  return settled<SourceInfo>({
    name,
    description: htmlAt(json, 'source_description', reading),
    loader: textAt(json, 'loader'),
    loadedAtField: textAt(json, 'loaded_at_field'),
    freshness: reading.freshness.get(id),
    tables: siblings.map(reading.linkOf),
  })
}
