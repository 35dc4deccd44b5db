import type { GraphData, JsonObject, Kind, Owner } from '../data/index.ts'
import type { Entry } from '../read/entries.ts'
import { listAt, objectAt, textAt, textsAt, tidy, wordAt } from '../read/json.ts'
import { configOf, type Reading } from '../read/reading.ts'
import { IndexOf } from './index-of.ts'
import { isInGraph } from './names.ts'
import { groupOf, ownerOf } from './pages/base.ts'

/** The data file `graph`. Its columns are aligned with `NodeTable`. */
export function toGraph(reading: Reading): GraphData {
  const entries = [...reading.entries.values()].filter(isInGraph)
  const { rows, tests, freshness } = reading
  const fqn = encode(entries, (it) => fqnOf(it).slice(0, -1), JSON.stringify)
  const tags = encode(entries, tagsOf, JSON.stringify)
  const config = encode(entries, selectableConfig, JSON.stringify)
  const patch = encode(entries, patchOf)
  const owner = encode(entries, (it): Owner | undefined => ownerOf(it, reading), JSON.stringify)
  const group = encode(entries, (it) => groupOf(it, reading)?.name)
  const access = encode(entries, accessOf)
  const materialized = encode(entries, materializedOf)
  const color = encode(entries, colorOf)
  const testType = encode(entries, testTypeOf)
  const testName = encode(entries, ({ json }) => textAt(objectAt(json, 'test_metadata'), 'name'))
  const versionState = encode(entries, versionStateOf)
  const fresh = encode(entries, ({ id }) => freshness.get(id)?.status)
  return {
    edges: edgesOf(entries, reading),
    fqn: fqn.column,
    fqnLast: entries.map(fqnLastOf),
    tags: tags.column,
    config: config.column,
    patch: patch.column,
    owner: owner.column,
    group: group.column,
    access: access.column,
    materialized: materialized.column,
    color: color.column,
    testType: testType.column,
    testName: testName.column,
    testOf: entries.map(({ id }) => rows.get(tests.subjects.get(id) ?? '') ?? -1),
    versionState: versionState.column,
    freshness: fresh.column,
    fqns: fqn.values,
    tagLists: tags.values,
    configs: config.values,
    patches: patch.values,
    owners: owner.values,
    groups: group.values,
    accesses: access.values,
    materializations: materialized.values,
    colors: color.values,
    testTypes: testType.values,
    testNames: testName.values,
    versionStates: versionState.values,
    freshnessStates: fresh.values,
    selectors: objectAt(reading.artifacts.manifest, 'selectors'),
  }
}

interface Encoded<T> {
  readonly column: readonly number[]
  readonly values: readonly T[]
}

function encode<T>(
  entries: readonly Entry[],
  valueOf: (entry: Entry) => T | undefined,
  keyOf?: (value: T) => unknown,
): Encoded<T> {
  const index = new IndexOf<T>(keyOf)
  return { column: entries.map((it) => index.of(valueOf(it))), values: index.values }
}

function edgesOf(entries: readonly Entry[], { edges, rows }: Reading): readonly number[] {
  const pairs: number[] = []
  for (const [row, { id }] of entries.entries()) {
    const parents = (edges.parents.get(id) ?? []).map((it) => rows.get(it) ?? -1)
    for (const parent of parents.filter((it) => it >= 0).sort((a, b) => a - b)) {
      pairs.push(parent, row)
    }
  }
  return pairs
}

function fqnOf({ json, name }: Entry): readonly string[] {
  const fqn = listAt(json, 'fqn').filter((it) => typeof it === 'string')
  return fqn.length > 0 ? fqn : [name]
}

function fqnLastOf(entry: Entry): 0 | string {
  const last = fqnOf(entry).at(-1) ?? ''
  return last === entry.name ? 0 : last
}

function tagsOf({ json }: Entry): readonly string[] | undefined {
  const tags = [...new Set(textsAt(json, 'tags'))].sort()
  return tags.length > 0 ? tags : undefined
}

/** Texts that nobody selects by, and that make a setting different at every node. */
const unselectable = new Set(['tags', 'docs', 'description'])

function selectableConfig(entry: Entry): JsonObject {
  return tidy(configOf(entry), unselectable)
}

function accessOf({ kind, json }: Entry): string | undefined {
  if (kind !== 'model') return undefined
  return textAt(json, 'access') ?? 'protected'
}

/** `shop://models/schema.yml`, without the package. */
function patchOf({ json }: Entry): string | undefined {
  return textAt(json, 'patch_path')?.split('://')[1]
}

function materializedOf(entry: Entry): string | undefined {
  const isBuilt = entry.kind === 'model' || entry.kind === 'snapshot' || entry.kind === 'seed'
  return isBuilt ? textAt(configOf(entry), 'materialized') : undefined
}

/** A name or a hex number: anything else is no colour. */
function colorOf(entry: Entry): string | undefined {
  const { json } = entry
  const docs = { ...objectAt(json, 'docs'), ...objectAt(configOf(entry), 'docs') }
  const color = textAt(docs, 'node_color')
  return color !== undefined && /^(#[\da-f]{3,8}|[a-z]+)$/i.test(color) ? color : undefined
}

const testTypes: Partial<Record<Kind, 'singular' | 'unit'>> = {
  test: 'singular',
  unit_test: 'unit',
}

function testTypeOf({ kind, json }: Entry): 'generic' | 'singular' | 'unit' | undefined {
  const isGeneric = kind === 'test' && textAt(objectAt(json, 'test_metadata'), 'name')
  return isGeneric ? 'generic' : testTypes[kind]
}

/** As dbt's `version:` sees it; versions that are no numbers are compared as texts. */
function versionStateOf({
  kind,
  json,
}: Entry): 'latest' | 'old' | 'prerelease' | 'none' | undefined {
  if (kind !== 'model') return undefined
  const [version, latest] = [wordAt(json, 'version'), wordAt(json, 'latest_version')]
  if (version === undefined || latest === undefined) return 'none'
  if (version === latest) return 'latest'
  const order = version.localeCompare(latest, 'en', { numeric: true })
  return order > 0 ? 'prerelease' : 'old'
}
