import { readFileSync } from 'node:fs'
import type {
  Coded,
  Column,
  Config,
  Constraint,
  DocBlock,
  Group,
  Json,
  JsonObject,
  MacroInfo,
  Manifest,
  Node,
  NodeId,
  MacroId,
  Resource,
} from '../../src/types/index.ts'
import { isObject, toStringList } from '../../src/types/json.ts'

const here = { file: '', start: 0, end: 0 }

/** Reads one of the recordings. */
export function readExpected(name: string): JsonObject {
  return readJson(new URL(`./expected/${name}`, import.meta.url))
}

export function readJson(path: string | URL): JsonObject {
  const value: Json = JSON.parse(readFileSync(path, 'utf8'))
  if (!isObject(value)) throw new Error(`${String(path)} holds no object`)
  return value
}

/** A `manifest.json` that dbt wrote, as the linked project that it stands for. */
export function toManifest(json: JsonObject): Manifest {
  const nodes = new Map<NodeId, Node>()
  for (const section of ['nodes', 'sources']) {
    for (const node of objects(json[section])) nodes.set(id(node), toNode(node))
  }
  const disabled = Object.entries(object(json['disabled'])).map(
    ([key, list]) => [key as NodeId, (list as readonly JsonObject[]).map(toNode)] as const,
  )
  const parents = toEdges(json['parent_map'], nodes)
  return {
    projectName: text(object(json['metadata'])['project_name']),
    adapterType: text(object(json['metadata'])['adapter_type']),
    nodes,
    disabled: new Map(disabled),
    macros: new Map(objects(json['macros']).map((it) => [it['unique_id'] as MacroId, toMacro(it)])),
    docs: new Map(objects(json['docs']).map((it) => [text(it['unique_id']), toDoc(it)])),
    groups: new Map(objects(json['groups']).map((it) => [text(it['unique_id']), toGroup(it)])),
    selectors: { selectors: objects(json['selectors']) },
    parents,
    children: toEdges(json['child_map'], nodes),
    order: sort(nodes.keys(), parents),
  }
}

function toEdges(json: Json | undefined, nodes: ReadonlyMap<NodeId, Node>): Manifest['parents'] {
  const edges = new Map<NodeId, readonly NodeId[]>()
  for (const key of nodes.keys()) {
    const others = toStringList(object(json)[key]) as readonly NodeId[]
    edges.set(
      key,
      others.filter((other) => nodes.has(other)),
    )
  }
  return edges
}

/** Parents before children. */
function sort(ids: Iterable<NodeId>, parents: Manifest['parents']): readonly NodeId[] {
  const sorted = new Set<NodeId>()
  const visit = (id: NodeId): void => {
    if (sorted.has(id)) return
    for (const parent of parents.get(id) ?? []) visit(parent)
    sorted.add(id)
  }
  for (const id of ids) visit(id)
  return [...sorted]
}

function toNode(json: JsonObject): Node {
  const kind = json['resource_type']
  if (kind === 'source') return toSource(json)
  if (kind === 'seed') return toSeed(json)
  const coded = { ...toResource(json), ...toCoded(json) }
  if (kind === 'analysis') return { kind, ...coded }
  if (kind === 'operation') {
    const when = toStringList(json['tags'])[0] === 'on-run-end' ? 'on-run-end' : 'on-run-start'
    const place = { file: coded.file, start: 0, end: 0 }
    return { kind, ...coded, when, index: Number(json['index']), place }
  }
  if (kind === 'test') return { kind, ...coded, ...toGeneric(json) }
  return {
    kind: 'model',
    ...coded,
    access: json['access'] as 'protected',
    constraints: (json['constraints'] as readonly JsonObject[]).map(toConstraint),
    ...optional('version', json['version'] as number | null),
    ...optional('latestVersion', json['latest_version'] as number | null),
    ...optional('deprecationDate', json['deprecation_date'] as string | null),
    primaryKey: toStringList(json['primary_key']),
  }
}

function toGeneric(json: JsonObject): object {
  const metadata = json['test_metadata']
  if (!isObject(metadata)) return {}
  return {
    generic: {
      name: text(metadata['name']),
      ...optional('namespace', metadata['namespace'] as string | null),
      kwargs: object(metadata['kwargs']),
      ...optional('columnName', json['column_name'] as string | null),
      ...optional('attachedNode', json['attached_node'] as NodeId | null),
      fileKeyName: text(json['file_key_name']),
      place: here,
    },
  }
}

function toResource(json: JsonObject): Resource {
  return {
    id: id(json),
    name: text(json['name']),
    packageName: text(json['package_name']),
    path: text(json['path']),
    originalPath: text(json['original_file_path']),
    file: text(json['original_file_path']),
    fqn: toStringList(json['fqn']),
    description: text(json['description']),
    docBlocks: toStringList(json['doc_blocks']),
    config: object(json['config']),
    unrenderedConfig: object(json['unrendered_config']),
    tags: toStringList(json['tags']),
    meta: object(json['meta']),
    createdAt: Number(json['created_at']),
  }
}

function toCoded(json: JsonObject): Coded {
  const dependsOn = object(json['depends_on'])
  return {
    ...toRelational(json),
    rawCode: text(json['raw_code']),
    checksum: text(object(json['checksum'])['checksum']),
    refs: (json['refs'] as readonly JsonObject[]).map((ref) => ({
      name: text(ref['name']),
      ...optional('package', ref['package'] as string | null),
      ...optional('version', ref['version'] as number | null),
      place: here,
    })),
    sources: (json['sources'] as readonly (readonly [string, string])[]).map(([source, table]) => ({
      source,
      table,
      place: here,
    })),
    dependsOn: {
      nodes: toStringList(dependsOn['nodes']) as readonly NodeId[],
      macros: toStringList(dependsOn['macros']) as readonly MacroId[],
    },
    columns: toColumns(json['columns']),
    ...optional('patchPath', json['patch_path'] as string | null),
    configCall: {},
    ...optional('group', json['group'] as string | null),
  }
}

function toRelational(json: JsonObject): Pick<Coded, 'database' | 'schema' | 'alias'> & object {
  return {
    database: text(json['database']),
    schema: text(json['schema']),
    alias: text(json['alias']),
    ...optional('relationName', json['relation_name'] as string | null),
  }
}

function toSeed(json: JsonObject): Node {
  const checksum = object(json['checksum'])
  return {
    kind: 'seed',
    ...toResource(json),
    ...toRelational(json),
    checksum: text(checksum['checksum']),
    checksumOf: checksum['name'] === 'path' ? 'path' : 'sha256',
    columns: toColumns(json['columns']),
    ...optional('patchPath', json['patch_path'] as string | null),
    rootPath: text(json['root_path']),
    dependsOn: {
      nodes: [],
      macros: toStringList(object(json['depends_on'])['macros']) as MacroId[],
    },
    ...optional('group', json['group'] as string | null),
  }
}

function toSource(json: JsonObject): Node {
  const quoting = Object.entries(object(json['quoting'])).filter(([, value]) => value !== null)
  return {
    kind: 'source',
    ...toResource(json),
    sourceName: text(json['source_name']),
    sourceDescription: text(json['source_description']),
    sourceMeta: object(json['source_meta']),
    identifier: text(json['identifier']),
    database: text(json['database']),
    schema: text(json['schema']),
    relationName: text(json['relation_name']),
    loader: text(json['loader']),
    quoting: Object.fromEntries(quoting),
    ...optional('freshness', json['freshness']),
    ...optional('loadedAtField', json['loaded_at_field'] as string | null),
    ...optional('loadedAtQuery', json['loaded_at_query'] as string | null),
    ...optional('external', json['external']),
    ...optional('unrenderedDatabase', json['unrendered_database'] as string | null),
    ...optional('unrenderedSchema', json['unrendered_schema'] as string | null),
    columns: toColumns(json['columns']),
    ...optional('patchPath', json['patch_path'] as string | null),
    place: here,
  }
}

const columnKeys = new Set(
  'name description meta data_type constraints quote config tags granularity dimension entity doc_blocks'.split(
    ' ',
  ),
)

function toColumns(json: Json | undefined): ReadonlyMap<string, Column> {
  return new Map(Object.entries(object(json)).map(([name, it]) => [name, toColumn(object(it))]))
}

function toColumn(json: JsonObject): Column {
  const extra = Object.entries(json).filter(([key]) => !columnKeys.has(key))
  return {
    name: text(json['name']),
    description: text(json['description']),
    docBlocks: toStringList(json['doc_blocks']),
    ...optional('dataType', json['data_type'] as string | null),
    ...optional('quote', json['quote'] as boolean | null),
    constraints: (json['constraints'] as readonly JsonObject[]).map(toConstraint),
    config: object(json['config']) as Config,
    meta: object(json['meta']),
    tags: toStringList(json['tags']),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
    place: here,
  }
}

function toConstraint(json: JsonObject): Constraint {
  return {
    type: json['type'] as Constraint['type'],
    ...optional('name', json['name'] as string | null),
    ...optional('expression', json['expression'] as string | null),
    ...optional('columns', json['columns'] as readonly string[] | undefined),
    ...optional('to', json['to'] as string | null),
    ...optional('toColumns', json['to_columns'] as readonly string[] | undefined),
    warnUnenforced: json['warn_unenforced'] === true,
    warnUnsupported: json['warn_unsupported'] === true,
  }
}

function toMacro(json: JsonObject): MacroInfo {
  return {
    id: json['unique_id'] as MacroId,
    name: text(json['name']),
    packageName: text(json['package_name']),
    path: text(json['path']),
    originalPath: text(json['original_file_path']),
    file: text(json['original_file_path']),
    code: text(json['macro_sql']),
    dependsOn: toStringList(object(json['depends_on'])['macros']) as readonly MacroId[],
    description: text(json['description']),
    meta: object(json['meta']),
    docs: { show: object(json['docs'])['show'] === true, node_color: null },
    arguments: (json['arguments'] as readonly JsonObject[]).map((it) => ({
      name: text(it['name']),
      ...optional('type', it['type'] as string | null),
      description: text(it['description']),
    })),
    ...optional('supportedLanguages', json['supported_languages'] as readonly string[] | null),
    ...optional('patchPath', json['patch_path'] as string | null),
    createdAt: Number(json['created_at']),
  }
}

function toDoc(json: JsonObject): DocBlock {
  return {
    id: text(json['unique_id']),
    name: text(json['name']),
    packageName: text(json['package_name']),
    path: text(json['path']),
    originalPath: text(json['original_file_path']),
    contents: text(json['block_contents']),
  }
}

function toGroup(json: JsonObject): Group {
  return {
    id: text(json['unique_id']),
    name: text(json['name']),
    packageName: text(json['package_name']),
    path: text(json['path']),
    originalPath: text(json['original_file_path']),
    owner: object(json['owner']),
    description: text(json['description']),
    config: object(json['config']),
  }
}

function optional<K extends string, V>(
  key: K,
  value: V | null | undefined,
): { readonly [P in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]: V })
}

function id(json: JsonObject): NodeId {
  return text(json['unique_id']) as NodeId
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Object.values(object(value)).filter(isObject)
}
