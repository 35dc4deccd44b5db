import { diagnostic, DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import { findExternalLocation } from '../context/external-location.ts'
import { metaOf } from './draft.ts'
import type { ProjectFile } from '../1-load/index.ts'
import type { SourcePatch, SourceTablePatch } from '../2-parse/properties/index.ts'
import type { Config, JsonObject, LoadSpec, NodeId, Place, SourceTable } from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import { mergeLoadPatches, readLoadSpec } from '../loads/index.ts'
import { hasLimit } from '../config/freshness.ts'
import { checkPersonal } from '../privacy/check-personal.ts'
import { readPersonal } from '../privacy/read-personal.ts'
import { linkColumns } from './columns.ts'
import { resolveConfig } from './config.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'
import { relationNameOf, type Writing } from '../names/relation-name.ts'
import { findTwiceTimed, sourceSettings } from './source-timing.ts'

export function linkSources(linking: Linking): void {
  for (const [file, properties] of linking.parsed.properties) {
    for (const source of properties.sources) {
      for (const table of source.tables) linking.nodes.push(linkTable(linking, file, source, table))
    }
  }
}

function linkTable(
  linking: Linking,
  file: ProjectFile,
  source: SourcePatch,
  table: SourceTablePatch,
): SourceTable {
  const { packageName } = file
  const fqn = [packageName, ...foldersOf(file.path), source.name, table.name]
  const settings = sourceSettings(source, table)
  const level = findTwiceTimed(source, table)
  if (level) {
    const span = linking.project.sources.spanOf(table.namePlace)
    linking.diagnostics.push(diagnostic('source-timed-twice', { level }, { span }))
  }
  const resolved = resolveConfig(linking.project, {
    kind: 'source',
    packageName,
    fqn,
    // dbt compares a source's settings as they were rendered.
    patch: { rendered: settings, unrendered: {} },
    call: {},
  })
  // As in dbt, what the project's tree says of tags is lost.
  const config = { ...resolved.config, tags: settings['tags'] ?? [] }
  reportUntimed(linking, { source: `${source.name}.${table.name}`, config, place: table.namePlace })
  const { target } = linking.parsed.invocation
  const quoting: JsonObject = { ...source.quoting, ...table.quoting }
  const place = {
    database: source.database ?? String(target['database'] ?? ''),
    schema: source.schema ?? source.name,
    alias: table.identifier ?? table.name,
  }
  const columns = linkColumns(linking, () => table.columns, { packageName, arePlain: false })
  const load = linkLoad(linking, source, table, columns)
  const { text, docBlocks } = linking.descriptions.render(table.description, packageName)
  const located = {
    sourceMeta: metaOf(source.config.rendered),
    meta: metaOf(config),
    config,
    name: table.name,
    identifier: place.alias,
    schema: place.schema,
    database: place.database,
    sourceName: source.name,
  }
  return {
    kind: 'source',
    ...located,
    id: `source.${packageName}.${source.name}.${table.name}` as NodeId,
    packageName,
    path: file.originalPath,
    originalPath: file.originalPath,
    file: file.file,
    fqn,
    description: text,
    docBlocks,
    config: { ...config, tags: tagsOf(config) },
    unrenderedConfig: resolved.unrendered,
    tags: tagsOf(config),
    createdAt: createdAt(file),
    sourceDescription: linking.descriptions.render(source.description, packageName).text,
    sourceMeta: isObject(source.config.rendered['meta']) ? source.config.rendered['meta'] : {},
    ...(source.writtenDatabase && { unrenderedDatabase: source.writtenDatabase }),
    ...(source.writtenSchema && { unrenderedSchema: source.writtenSchema }),
    relationName:
      locationOf(linking, located, table.namePlace) ??
      relationNameOf(writingOf(linking, quoting), place),
    loader: table.loader ?? source.loader,
    quoting: { database: null, schema: null, identifier: null, column: null, ...quoting },
    ...timingOf(config),
    ...(table.external !== undefined && { external: table.external }),
    columns,
    ...(load && { load }),
    place: table.namePlace,
  }
}

function linkLoad(
  linking: Linking,
  source: SourcePatch,
  table: SourceTablePatch,
  columns: SourceTable['columns'],
): LoadSpec | undefined {
  const patch = mergeLoadPatches(source.load, table.load)
  if (!patch || !isObject(patch.settings['load'])) return undefined
  const { project, diagnostics } = linking
  const options = {
    subject: {
      sourceName: source.name,
      tableName: table.name,
      columns,
      place: table.namePlace,
    },
    report: (item: Diagnostic) => void diagnostics.push(item),
    spanOf: (place: Place) => project.sources.spanOf(place),
  }
  const spec = readLoadSpec(patch, options, readPersonal(linking, table.columns))
  if (spec) checkPersonal(linking, spec)
  else if (saysHow(table.load)) {
    const span = project.sources.spanOf(table.load?.places['load'] ?? table.namePlace)
    const name = `${source.name}.${table.name}`
    diagnostics.push(diagnostic('load-nowhere', { name }, { span }))
  }
  return spec
}

/** A source may say what holds for those of its tables that are loaded; a table that says how means itself. */
function saysHow(patch: SourceTablePatch['load']): boolean {
  const load = patch?.settings['load']
  return (
    isObject(load) && ['format', 'options', 'strategy', 'lineage', 'once'].some((it) => it in load)
  )
}

function tagsOf(config: Config): readonly string[] {
  return [...new Set(toStringList(config['tags']))].sort()
}

function timingOf(config: Config) {
  const field = config['loaded_at_field']
  const query = config['loaded_at_query']
  return {
    freshness: config['freshness'] ?? null,
    ...(typeof field === 'string' && { loadedAtField: field }),
    ...(typeof query === 'string' && { loadedAtQuery: query }),
  }
}

/** A pattern that cannot be filled in is told at the table. */
function locationOf(
  linking: Linking,
  table: Parameters<typeof findExternalLocation>[0],
  at: Place,
): string | undefined {
  try {
    return findExternalLocation(table)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    const span = linking.project.sources.spanOf(at)
    linking.diagnostics.push(...error.diagnostics.map((item) => ({ ...item, span })))
    return undefined
  }
}

/** Limits that nothing can be held against: dbt asks the database when a table was changed, which DuckDB does not know. */
function reportUntimed(
  linking: Linking,
  {
    source,
    config,
    place,
  }: { readonly source: string; readonly config: Config; readonly place: Place },
): void {
  const isTimed = Boolean(config['loaded_at_field'] ?? config['loaded_at_query'])
  if (isTimed || config['enabled'] === false || !hasLimit(config['freshness'])) return
  const where = { span: linking.project.sources.spanOf(place) }
  linking.diagnostics.push(diagnostic('freshness-without-time', { source }, where))
}

/** The name in the manifest is quoted as the project wants it, too; the one in SQL only as the source wants it. */
function writingOf({ parsed: { invocation } }: Linking, own: JsonObject): Writing {
  return { dialect: invocation.dialect, quoting: { ...invocation.quoting, ...own } }
}
