import type { Coded, Json, JsonObject, RefCall, Resource } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { toColumnsJson } from './column-json.ts'
import type { Made } from './made.ts'

/** The keys that every resource with a relation has, in dbt's order, up to `fqn` and `alias`. */
export function toHeadJson(
  node: Resource & Pick<Coded, 'database' | 'schema' | 'alias'>,
  resourceType: string,
): JsonObject {
  return {
    database: node.database,
    schema: node.schema,
    name: node.name,
    resource_type: resourceType,
    package_name: node.packageName,
    path: node.path,
    original_file_path: node.originalPath,
    unique_id: node.id,
    fqn: node.fqn,
    alias: node.alias,
  }
}

type Described = Resource & Pick<Coded, 'columns' | 'relationName' | 'patchPath' | 'group'>

/** From `config` to `doc_blocks`. `rawCode` is empty for seeds. */
export function toBodyJson(node: Described, made: Made, rawCode: string): JsonObject {
  return {
    config: node.config,
    tags: node.tags,
    description: node.description,
    columns: toColumnsJson(node.columns),
    meta: node.meta,
    group: node.group ?? null,
    docs: node.config['docs'] ?? { show: true, node_color: null },
    patch_path: node.patchPath ?? null,
    build_path: made.buildPath ?? null,
    unrendered_config: node.unrenderedConfig,
    created_at: node.createdAt,
    relation_name: node.relationName ?? null,
    raw_code: rawCode,
    doc_blocks: node.docBlocks,
  }
}

/** Everything that nodes with SQL share. A generic test has no file of its own, so it has no checksum either. */
export function toCodedJson(
  node: Resource & Coded,
  resourceType: string,
  made: Made,
  contractChecksum?: string,
): JsonObject {
  return {
    ...toHeadJson(node, resourceType),
    checksum:
      node.checksum === ''
        ? { name: 'none', checksum: '' }
        : { name: 'sha256', checksum: node.checksum },
    ...toBodyJson(node, made, node.rawCode),
    language: 'sql',
    refs: node.refs.map(toRefJson),
    sources: node.sources.map((it) => [it.source, it.table]),
    metrics: [],
    functions: [],
    depends_on: { macros: node.dependsOn.macros, nodes: node.dependsOn.nodes },
    compiled_path: made.compiledPath ?? null,
    ...toCompiledJson(made),
    contract: toContractJson(node.config['contract'], contractChecksum),
  }
}

function toRefJson(call: RefCall): JsonObject {
  return { name: call.name, package: call.package ?? null, version: call.version ?? null }
}

function toCompiledJson(made: Made): JsonObject {
  if (made.compiledCode === undefined) return {}
  const ctes = made.extraCtes ?? []
  return {
    compiled: true,
    compiled_code: made.compiledCode,
    extra_ctes_injected: true,
    extra_ctes: ctes.map((it) => ({ id: it.id, sql: it.sql })),
  }
}

function toContractJson(config: Json | undefined, checksum: string | undefined): JsonObject {
  const contract = isObject(config) ? config : {}
  return {
    enforced: contract['enforced'] ?? false,
    alias_types: contract['alias_types'] ?? true,
    checksum: checksum ?? null,
  }
}
