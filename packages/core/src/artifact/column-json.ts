import { withoutMarkers } from '../yaml/index.ts'
import { isObject } from '../types/json.ts'
import type { Column, Constraint, Json, JsonObject } from '../types/index.ts'

/** The columns of a node, by name. */
export function toColumnsJson(
  columns: ReadonlyMap<string, Column>,
  isCompiled = false,
): JsonObject {
  if (columns.size === 0) return none
  const json: Record<string, Json> = {}
  for (const [name, column] of columns) json[name] = toColumnJson(column, isCompiled)
  return json
}

const none: JsonObject = {}

function toColumnJson(column: Column, isCompiled: boolean): JsonObject {
  const { constraints, description, extra } = column
  const json: JsonObject = {
    name: column.name,
    description,
    meta: withoutMarkers(column.meta),
    data_type: column.dataType ?? null,
    constraints:
      constraints.length === 0
        ? nothing
        : constraints.map((it) => toColumnConstraintJson(it, isCompiled)),
    quote: column.quote ?? null,
    config: withoutMarkers(column.config),
    tags: column.tags,
    granularity: null,
    dimension: null,
    entity: null,
    doc_blocks: column.docBlocks,
  }
  if (!extra) return json
  return {
    ...json,
    ...extra,
    ...(isObject(extra['dimension']) && {
      dimension: { ...noDimension, description, ...extra['dimension'] },
    }),
    ...(isObject(extra['entity']) && { entity: { ...noEntity, description, ...extra['entity'] } }),
  }
}

/** What a column's meaning says where nothing is said. */
const noEntity: JsonObject = { name: null, type: null, description: null, label: null, config: {} }
const noDimension: JsonObject = { ...noEntity, is_partition: false, validity_params: null }

const nothing: readonly Json[] = []

/** Once its model is compiled, a foreign key names a relation. */
function toColumnConstraintJson(constraint: Constraint, isCompiled: boolean): JsonObject {
  const to = (isCompiled ? constraint.toRelation : undefined) ?? constraint.to ?? null
  return {
    type: constraint.type,
    name: constraint.name ?? null,
    expression: constraint.expression ?? null,
    warn_unenforced: constraint.warnUnenforced,
    warn_unsupported: constraint.warnUnsupported,
    to,
    to_columns: constraint.toColumns ?? [],
  }
}

/** A constraint of a whole model also says which columns it is about. */
export function toModelConstraintJson(constraint: Constraint, isCompiled: boolean): JsonObject {
  return { ...toColumnConstraintJson(constraint, isCompiled), columns: constraint.columns ?? [] }
}
