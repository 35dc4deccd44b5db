import type {
  Analysis,
  DataTest,
  FunctionArgument,
  FunctionReturns,
  Json,
  JsonObject,
  Model,
  Monitor,
  Node,
  NodeKind,
  Operation,
  Seed,
  Snapshot,
  SourceTable,
  UnitTest,
  UnitTestRows,
  UserFunction,
} from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { withoutMarkers } from '../yaml/index.ts'
import { draftCoded, draftRelational, type Draft } from './coded-json.ts'
import { toColumnsJson, toModelConstraintJson } from './column-json.ts'
import { isContractEnforced } from '../config/contract.ts'
import { contractChecksum } from './contract-checksum.ts'
import {
  toExposureJson,
  toMetricJson,
  toSavedQueryJson,
  toSemanticModelJson,
} from './described-json.ts'
import type { Writing } from './made.ts'
import { toReportJson } from './report-json.ts'

type ToJson<N extends Node> = (node: N, made: Writing) => JsonObject

function toModelJson(node: Model, made: Writing): JsonObject {
  const draft = draftCoded(node, made, {
    resourceType: 'model',
    hasFile: true,
    contractChecksum: isContractEnforced(node) ? contractChecksum(node) : undefined,
  })
  draft['access'] = node.access
  const isCompiled = made.compiledCode !== undefined
  draft['constraints'] = node.constraints.map((it) => toModelConstraintJson(it, isCompiled))
  draft['version'] = node.version ?? null
  draft['latest_version'] = node.latestVersion ?? null
  draft['deprecation_date'] = toDateTime(node.deprecationDate)
  draft['primary_key'] = node.primaryKey
  draft['time_spine'] = node.timeSpine ?? null
  return draft
}

/** A date alone means its beginning, in UTC. */
function toDateTime(date: string | undefined): string | null {
  if (date === undefined) return null
  return /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00+00:00` : date
}

function draftFile(node: Analysis | Operation | DataTest | Snapshot, made: Writing): Draft {
  const hasFile = node.kind !== 'test' || !node.generic
  return draftCoded(node, made, { resourceType: node.kind, hasFile, contractChecksum: undefined })
}

function toAnalysisJson(node: Analysis, made: Writing): JsonObject {
  return draftFile(node, made)
}

function toSnapshotJson(node: Snapshot, made: Writing): JsonObject {
  return draftFile(node, made)
}

function toOperationJson(node: Operation, made: Writing): JsonObject {
  const draft = draftFile(node, made)
  draft['index'] = made.hookIndex ?? node.index
  return draft
}

/** Of btn's own: what a selection and the template's `model` see. No artifact of dbt's has it. */
function toMonitorJson(node: Monitor, made: Writing): JsonObject {
  return draftCoded(node, made, {
    resourceType: 'monitor',
    hasFile: false,
    contractChecksum: undefined,
  })
}

function toSeedJson(node: Seed, made: Writing): JsonObject {
  const checksum = { name: node.checksumOf, checksum: node.checksum }
  const readRawCode = (): string => ''
  const draft = draftRelational(node, made, { resourceType: 'seed', checksum, readRawCode })
  draft['root_path'] = node.rootPath
  draft['depends_on'] = { macros: node.dependsOn.macros }
  return draft
}

function toTestJson(node: DataTest, made: Writing): JsonObject {
  const draft = draftFile(node, made)
  const { generic } = node
  if (!generic) return draft
  draft['column_name'] = generic.columnName ?? null
  draft['file_key_name'] = generic.fileKeyName
  draft['attached_node'] = generic.attachedNode ?? null
  draft['test_metadata'] = {
    name: generic.name,
    kwargs: withoutMarkers(generic.kwargs),
    namespace: generic.namespace ?? null,
  }
  return draft
}

function toArgumentJson(it: FunctionArgument): JsonObject {
  return {
    name: it.name,
    data_type: it.dataType,
    description: it.description ?? null,
    default_value: it.defaultValue ?? null,
  }
}

/** What dbt notes where nobody said what a function gives. */
const unknownReturns = { data_type: 'INVALID_TYPE', description: null }

function toReturnsJson(returns: FunctionReturns | undefined): JsonObject {
  if (!returns) return unknownReturns
  return { data_type: returns.dataType, description: returns.description ?? null }
}

function toFunctionJson(node: UserFunction, made: Writing): JsonObject {
  const draft = draftCoded(node, made, {
    resourceType: 'function',
    hasFile: true,
    contractChecksum: undefined,
  })
  draft['language'] = node.language
  draft['arguments'] = node.arguments.map(toArgumentJson)
  draft['overloads'] = node.overloads.map((it, index) => ({
    defined_in: it.definedIn,
    arguments: it.arguments.map(toArgumentJson),
    returns: it.returns ? toReturnsJson(it.returns) : null,
    description: it.description ?? null,
    raw_body: it.rawBody,
    compiled_body: made.compiledOverloads?.[index] ?? null,
  }))
  return { returns: toReturnsJson(node.returns), ...draft }
}

function toRowsJson({ rows, format, fixture }: UnitTestRows): JsonObject {
  return { rows: withoutMarkers(rows), format, fixture: fixture ?? null }
}

function toUnitTestJson(node: UnitTest): JsonObject {
  const { overrides, versions } = node
  return {
    model: node.model,
    given: node.given.map((it) => ({ input: it.input, ...toRowsJson(it) })),
    expect: toRowsJson(node.expect),
    name: node.name,
    resource_type: 'unit_test',
    package_name: node.packageName,
    path: node.path,
    original_file_path: node.originalPath,
    unique_id: node.id,
    fqn: node.fqn,
    description: node.description,
    overrides: overrides
      ? { macros: overrides.macros, vars: overrides.vars, env_vars: overrides.envVars }
      : null,
    depends_on: { macros: node.dependsOn.macros, nodes: node.dependsOn.nodes },
    config: node.config,
    checksum: node.checksum,
    schema: node.schema ?? null,
    created_at: node.createdAt,
    versions: versions
      ? { include: versions.include ?? null, exclude: versions.exclude ?? null }
      : null,
    version: node.version ?? null,
  }
}

const noExternal: JsonObject = {
  location: null,
  file_format: null,
  row_format: null,
  tbl_properties: null,
  partitions: null,
}

function toExternalJson(external: Json | undefined): Json {
  return isObject(external) ? { ...noExternal, ...external } : null
}

function toSourceJson(node: SourceTable): JsonObject {
  return {
    database: node.database,
    schema: node.schema,
    name: node.name,
    resource_type: 'source',
    package_name: node.packageName,
    path: node.path,
    original_file_path: node.originalPath,
    unique_id: node.id,
    fqn: node.fqn,
    source_name: node.sourceName,
    source_description: node.sourceDescription,
    loader: node.loader,
    identifier: node.identifier,
    quoting: { database: null, schema: null, identifier: null, column: null, ...node.quoting },
    loaded_at_field: node.loadedAtField ?? null,
    loaded_at_query: node.loadedAtQuery ?? null,
    freshness: node.freshness ?? null,
    external: toExternalJson(node.external),
    description: node.description,
    columns: toColumnsJson(node.columns),
    meta: withoutMarkers(node.meta),
    source_meta: node.sourceMeta,
    tags: node.tags,
    config: withoutMarkers(node.config),
    patch_path: node.patchPath ?? null,
    unrendered_config: withoutMarkers(node.unrenderedConfig),
    relation_name: node.relationName,
    created_at: node.createdAt,
    unrendered_database: node.unrenderedDatabase ?? null,
    unrendered_schema: node.unrenderedSchema ?? null,
    doc_blocks: node.docBlocks,
  }
}

type ByKind = { readonly [K in NodeKind]: ToJson<Extract<Node, { kind: K }>> }

/** How each kind of node is written. */
const byKind: ByKind = {
  model: toModelJson,
  analysis: toAnalysisJson,
  operation: toOperationJson,
  seed: toSeedJson,
  snapshot: toSnapshotJson,
  test: toTestJson,
  unit_test: toUnitTestJson,
  function: toFunctionJson,
  source: toSourceJson,
  report: toReportJson,
  exposure: toExposureJson,
  monitor: toMonitorJson,
  metric: toMetricJson,
  semantic_model: toSemanticModelJson,
  saved_query: toSavedQueryJson,
}

/** One node in the shape of dbt 1.12's manifest v12: every key, in dbt's order. */
export function writeNode(node: Node, made: Writing): JsonObject {
  // The table's type ties each kind to its function; TypeScript cannot follow it through the lookup.
  const write = byKind[node.kind] as ToJson<Node>
  return write(node, made)
}
