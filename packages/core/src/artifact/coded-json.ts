import type { Coded, Json, JsonObject, RefCall, Resource } from '../types/index.ts'
import { isPythonFile } from '../python/is-python.ts'
import { isObject } from '../types/json.ts'
import { withoutMarkers } from '../yaml/index.ts'
import { toColumnsJson } from './column-json.ts'
import { columnsHole, rawCodeHole } from './holes.ts'
import type { Writing } from './made.ts'

/** An object that is still being filled; nodes are written by the thousand, and spreading them is slow. */
export type Draft = Record<string, Json>

type Described = Resource &
  Pick<
    Coded,
    'database' | 'schema' | 'alias' | 'unnamed' | 'columns' | 'relationName' | 'patchPath' | 'group'
  >

interface Parts {
  readonly resourceType: string
  readonly checksum: JsonObject
  /** Not called where only a hole is wanted: the text may have to be read from disk. */
  readonly readRawCode: () => string
}

/** The keys that every resource with a relation has, in dbt's order. */
export function draftRelational(node: Described, made: Writing, parts: Parts): Draft {
  return {
    database: node.unnamed?.includes('database') ? null : node.database,
    schema: textOf(node, 'schema'),
    name: node.name,
    resource_type: parts.resourceType,
    package_name: node.packageName,
    path: node.path,
    original_file_path: node.originalPath,
    unique_id: node.id,
    fqn: node.fqn,
    alias: textOf(node, 'alias'),
    checksum: parts.checksum,
    config: made.settings
      ? withoutMarkers({ ...node.config, ...made.settings })
      : plainSettings(node.config),
    tags: node.tags,
    description: node.description,
    columns: made.hasHoles
      ? columnsHole
      : toColumnsJson(node.columns, made.compiledCode !== undefined),
    meta: withoutMarkers(node.meta),
    group: node.group ?? null,
    docs: node.config['docs'] ?? { show: true, node_color: null },
    patch_path: node.patchPath ?? null,
    build_path: made.buildPath ?? null,
    unrendered_config: plainSettings(node.unrenderedConfig),
    created_at: node.createdAt,
    relation_name: node.relationName ?? null,
    raw_code: made.hasHoles ? rawCodeHole : parts.readRawCode(),
    doc_blocks: node.docBlocks,
  }
}

const plain = new WeakMap<JsonObject, Json>()

/** Thousands of nodes have the same settings, one object for all: it is looked through once. */
function plainSettings(settings: JsonObject): Json {
  let found = plain.get(settings)
  if (found === undefined) plain.set(settings, (found = withoutMarkers(settings)))
  return found
}

/** dbt writes these parts as text, whatever they are. */
function textOf(node: Described, part: 'schema' | 'alias'): string {
  return node.unnamed?.includes(part) ? 'None' : node[part]
}

export interface CodedParts {
  readonly resourceType: string
  /** False for generic tests: they have no file of their own. */
  readonly hasFile: boolean
  readonly contractChecksum: string | undefined
}

/** Everything that nodes with SQL share. */
export function draftCoded(node: Resource & Coded, made: Writing, parts: CodedParts): Draft {
  const checksum = parts.hasFile
    ? { name: 'sha256', checksum: node.checksum }
    : { name: 'none', checksum: '' }
  const { resourceType } = parts
  const readRawCode = (): string => node.rawCode
  const draft = draftRelational(node, made, { resourceType, checksum, readRawCode })
  draft['language'] = isPythonFile(node.originalPath) ? 'python' : 'sql'
  draft['refs'] = node.refs.map(toRefJson)
  draft['sources'] = node.sources.map((it) => [it.source, it.table])
  draft['metrics'] = (node.metrics ?? []).map(toFunctionCallJson)
  draft['functions'] = (node.functions ?? []).map(toFunctionCallJson)
  draft['depends_on'] = {
    macros: [...node.dependsOn.macros, ...(made.macros ?? [])],
    nodes: node.dependsOn.nodes,
  }
  draft['compiled_path'] = made.compiledPath ?? null
  if (made.compiledCode !== undefined) {
    draft['compiled'] = true
    draft['compiled_code'] = made.compiledCode
    draft['extra_ctes_injected'] = !made.leavesOutCtes
    draft['extra_ctes'] = (made.extraCtes ?? []).map((it) => ({ id: it.id, sql: it.sql }))
  }
  draft['contract'] = toContractJson(node.config['contract'], parts.contractChecksum)
  return draft
}

function toFunctionCallJson(call: RefCall): Json {
  return call.package === undefined ? [call.name] : [call.package, call.name]
}

function toRefJson(call: RefCall): JsonObject {
  return { name: call.name, package: call.package ?? null, version: call.version ?? null }
}

function toContractJson(config: Json | undefined, checksum: string | undefined): JsonObject {
  const contract = isObject(config) ? config : {}
  return {
    enforced: contract['enforced'] ?? false,
    alias_types: contract['alias_types'] ?? true,
    checksum: checksum ?? null,
  }
}
