import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { noParams } from './metric.ts'
import { list, objects, textOr } from './parts.ts'
import { aggregationParams, readOsiExpression } from './osi-metric.ts'

export const osiVersions: readonly string[] = ['0.1.0', '0.1.1']

/** A dataset or a metric of a document, in the shape of dbt's manifest. */
export interface OsiEntry {
  readonly name: string
  readonly description: string
  readonly definition: JsonObject
  /** Of a dataset: the table, as the document names it. */
  readonly source?: string
  /** Of a metric: its expression, where it could not be taken apart. */
  readonly unknown?: string
}

/** The datasets of a document as semantic models. */
export function osiModels(document: JsonObject): readonly OsiEntry[] {
  return objects(document['semantic_model']).flatMap((model) =>
    objects(model['datasets']).map((dataset) => toModel(dataset, model)),
  )
}

/** The metrics of a document; a ratio brings its two sides. */
export function osiMetrics(document: JsonObject): readonly OsiEntry[] {
  return objects(document['semantic_model']).flatMap((model) =>
    objects(model['metrics']).flatMap((metric) =>
      toMetrics(nameOf(metric), textOr(metric['description'], '') ?? '', {
        expression: expressionOf(metric),
        datasets: objects(model['datasets']),
      }),
    ),
  )
}

const nameOf = (part: JsonObject): string => textOr(part['name'], '') ?? ''

/** In plain SQL; else in the first dialect that there is. */
function expressionOf({ expression }: JsonObject): string {
  const dialects = objects(isObject(expression) ? expression['dialects'] : null)
  const found = dialects.find((it) => it['dialect'] === 'ANSI_SQL') ?? dialects[0]
  return textOr(found?.['expression'], '') ?? ''
}

function toModel(dataset: JsonObject, model: JsonObject): OsiEntry {
  const name = nameOf(dataset)
  const keys = {
    primary: list(dataset['primary_key']),
    unique: list(dataset['unique_keys']).flatMap((it) => list(it)),
    foreign: objects(model['relationships'])
      .filter((it) => it['from'] === name)
      .flatMap((it) => list(it['from_columns'])),
  }
  const entities: JsonObject[] = []
  const dimensions: JsonObject[] = []
  for (const field of objects(dataset['fields'])) {
    const type = Object.entries(keys).find(([, columns]) => columns.includes(nameOf(field)))?.[0]
    if (type === undefined) dimensions.push(toDimension(field))
    else entities.push(toEntity(field, type))
  }
  return {
    name,
    description: textOr(dataset['description'], '') ?? '',
    source: textOr(dataset['source'], '') ?? '',
    definition: {
      ...{ model: null, label: null, defaults: null, entities, measures: [], dimensions },
      ...{ metadata: null, primary_entity: null },
    },
  }
}

function partOf(field: JsonObject) {
  const expression = expressionOf(field)
  return {
    name: nameOf(field),
    description: textOr(field['description']),
    label: textOr(field['label']),
    expr: expression === nameOf(field) ? null : expression,
  }
}

function toEntity(field: JsonObject, type: string): JsonObject {
  const { name, description, label, expr } = partOf(field)
  return { name, type, description, label, role: null, expr, config: null }
}

const datatypes: Readonly<Record<string, string>> = {
  DateTime: 'datetime',
  DateTimeTz: 'datetime_tz',
}

function toDimension(field: JsonObject): JsonObject {
  const { dimension } = field
  const isTime = isObject(dimension) && dimension['is_time'] === true
  const { name, description, label, expr } = partOf(field)
  const datatype = textOr(field['datatype'])
  return {
    ...{ name, type: isTime ? 'time' : 'categorical', description, label, is_partition: false },
    // Documents say no granularity.
    type_params: isTime ? { time_granularity: 'day', validity_params: null } : null,
    ...{ expr, metadata: null, config: null },
    datatype: datatype === null ? null : (datatypes[datatype] ?? datatype.toLowerCase()),
  }
}

interface Expression {
  readonly expression: string
  readonly datasets: readonly JsonObject[]
}

function toMetrics(
  name: string,
  description: string,
  { expression, datasets }: Expression,
): readonly OsiEntry[] {
  const read = readOsiExpression(expression)
  const entry = (type: string, params: JsonObject): OsiEntry => {
    const type_params = { ...noParams, metrics: null, is_private: false, ...params }
    const definition = { label: name, type, type_params, filter: null, metadata: null }
    return { name, description, definition: { ...definition, time_granularity: null } }
  }
  const simple = (expr: string, params: JsonObject) =>
    entry('simple', { expr, metric_aggregation_params: params })
  const first = nameOf(datasets[0] ?? {})
  switch (read.kind) {
    case 'aggregation': {
      const owner = read.owner ?? findOwner(read.column, datasets) ?? first
      return [simple(read.column, aggregationParams(owner, read))]
    }
    case 'ratio': {
      const [numerator, denominator] = [`${name}_numerator`, `${name}_denominator`]
      return [
        ...toMetrics(numerator, '', { expression: read.numerator, datasets }),
        ...toMetrics(denominator, '', { expression: read.denominator, datasets }),
        entry('ratio', { numerator: toInput(numerator), denominator: toInput(denominator) }),
      ]
    }
    case 'raw':
    case 'unknown': {
      const params = aggregationParams(first, { agg: 'sum', percentile: null })
      const made = simple(expression, params)
      return [read.kind === 'unknown' ? { ...made, unknown: expression } : made]
    }
  }
}

function toInput(name: string): Json {
  return { name, filter: null, alias: null, offset_window: null, offset_to_grain: null }
}

function findOwner(column: string, datasets: readonly JsonObject[]): string | undefined {
  const found = datasets.find((dataset) =>
    objects(dataset['fields']).some(
      (field) => nameOf(field) === column || expressionOf(field).split('.').at(-1) === column,
    ),
  )
  return found && nameOf(found)
}
