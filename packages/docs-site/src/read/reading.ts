import {
  kindOfId,
  type FreshnessInfo,
  type Html,
  type JsonObject,
  type Link,
  type PiiInfo,
  type RunInfo,
} from '../data/index.ts'
import type { Artifacts } from './artifacts.ts'
import { readCatalog, type Catalog } from './catalog.ts'
import { columnsOf, type KnownColumn } from './columns.ts'
import { inheritDescriptions, type Inherited } from './descriptions.ts'
import { readCallers, readEdges, type Edges } from './edges.ts'
import { projectOf, readEntries, type Entry } from './entries.ts'
import { readFreshness } from './freshness.ts'
import { hushRuns, withDescendants } from './hush.ts'
import { objectAt } from './json.ts'
import { readLineage, type Lineage } from './lineage.ts'
import { createMarkdown } from './markdown.ts'
import { readForeignKeys, type ForeignKeys } from './foreign-keys.ts'
import { readPersonal } from './personal.ts'
import { findTarget, readNames, type Names } from './targets.ts'
import { readCompiled, readResults, type Results } from './results.ts'
import { readTests, type Tests } from './tests.ts'

/** All that artifacts say, put in order: what pages and lists are made from. */
export interface Reading {
  readonly artifacts: Artifacts
  readonly project: string
  readonly entries: ReadonlyMap<string, Entry>
  /** Place of each entry in `NodeTable`. */
  readonly rows: ReadonlyMap<string, number>
  readonly edges: Edges
  /** Who calls each macro. */
  readonly callers: ReadonlyMap<string, readonly string[]>
  readonly catalog: Catalog
  readonly lineage: Lineage
  readonly results: Results
  readonly freshness: ReadonlyMap<string, FreshnessInfo>
  readonly tests: Tests
  /** Of everything that has some. */
  readonly columns: ReadonlyMap<string, readonly KnownColumn[]>
  readonly inherited: ReadonlyMap<string, Inherited>
  readonly names: Names
  readonly foreignKeys: ForeignKeys
  /** Personal data, by `columnKey`. */
  readonly pii: ReadonlyMap<string, PiiInfo>
  /** SQL as a run noted it, where the manifest has none. */
  readonly compiledByRun: ReadonlyMap<string, string>
  readonly markdown: (text: string) => Html
  readonly linkOf: (id: string) => Link
  /** What `ref('orders')`, `source('raw', 'orders')` or the name of a relation means. */
  readonly targetOf: (text: string | undefined) => Link | undefined
}

export interface ReadingOptions {
  /** Address of a file beside the site; see `MarkdownOptions`. */
  readonly assetUrl: (path: string) => string | undefined
}

export function readProject(artifacts: Artifacts, { assetUrl }: ReadingOptions): Reading {
  const entries = readEntries(artifacts)
  const edges = readEdges(artifacts, entries)
  const catalog = readCatalog(artifacts.catalog)
  const lineage = readLineage(artifacts.lineage)
  const markdown = createMarkdown({ hasPage: (id) => entries.has(id), assetUrl })
  const columns = readColumns(entries, catalog, lineage)
  const names = readNames(entries)
  const pii = readPersonal(artifacts, columns)
  const results = quiet(readResults(artifacts), pii, edges)
  const tests = readTests({ entries, edges, runs: results.runs, markdown })
  const linkOf = (id: string): Link => toLink(id, entries.get(id))
  const targetOf = (text: string | undefined): Link | undefined => {
    const id = text === undefined ? undefined : findTarget(text, names)
    return id === undefined ? undefined : linkOf(id)
  }
  return {
    artifacts,
    project: projectOf(artifacts.manifest),
    entries,
    rows: new Map([...entries.keys()].map((id, row) => [id, row])),
    edges,
    callers: readCallers(entries),
    catalog,
    lineage,
    results,
    freshness: readFreshness(artifacts.sources, artifacts.history),
    tests,
    columns,
    inherited: inheritDescriptions(columns),
    names,
    foreignKeys: readForeignKeys({ entries, subjects: tests.subjects, targetOf, linkOf }),
    pii,
    compiledByRun: readCompiled(artifacts.runResults),
    markdown,
    linkOf,
    targetOf,
  }
}

/** Without words that may quote personal data. */
function quiet(results: Results, pii: ReadonlyMap<string, PiiInfo>, edges: Edges): Results {
  const nodes = new Set([...pii.keys()].map((key) => key.slice(0, key.indexOf('\n'))))
  return { ...results, runs: hushRuns(results.runs, withDescendants(nodes, edges)) }
}

const withColumns = new Set(['model', 'source', 'seed', 'snapshot', 'analysis'])

function readColumns(
  entries: ReadonlyMap<string, Entry>,
  catalog: Catalog,
  lineage: Lineage,
): ReadonlyMap<string, readonly KnownColumn[]> {
  const columns = new Map<string, readonly KnownColumn[]>()
  for (const entry of entries.values()) {
    if (withColumns.has(entry.kind)) columns.set(entry.id, columnsOf(entry, catalog, lineage))
  }
  return columns
}

function toLink(id: string, entry: Entry | undefined): Link {
  if (entry) return { id, name: entry.name, kind: entry.kind }
  return {
    id,
    name: id.split('.').slice(2).join('.') || id,
    kind: kindOfId(id) ?? 'model',
    isMissing: true,
  }
}

/** Newest first. */
export function runsOf({ results }: Reading, id: string): readonly RunInfo[] {
  return results.runs.get(id) ?? []
}

export function configOf({ json }: Entry): JsonObject {
  return objectAt(json, 'config')
}
