import type { Json, JsonObject } from '../../types/index.ts'
import { objects, textOr } from '../parts.ts'
import { Expressions } from './expression.ts'
import { nameOf, settleModel, type SettledModel } from './measures.ts'
import { settleMetrics, type Metric } from './metrics.ts'
import { relationshipsOf } from './relationships.ts'

/** What a document cannot say. */
export interface LeftOut {
  readonly why: 'conversion' | 'private' | 'natural' | 'cumulative'
  readonly name: string
}

interface Settled {
  readonly models: readonly SettledModel[]
  readonly metrics: readonly Metric[]
}

function settle(manifest: JsonObject): Settled {
  const models = objects(manifest['semantic_models']).map(settleModel)
  return { models, metrics: settleMetrics(objects(manifest['metrics']), models) }
}

/** What the document of a `semantic_manifest.json` leaves out; every command asks for it, and few write the document. */
export function findLeftOut(manifest: JsonObject): readonly LeftOut[] {
  const { models, metrics } = settle(manifest)
  return [...naturalOnes(models), ...metrics.flatMap(lossOf)]
}

/** `osi_document.json`: the semantic models and metrics of `semantic_manifest.json` in the open exchange format. */
export function toOsiDocument(manifest: JsonObject): JsonObject {
  const { models, metrics } = settle(manifest)
  const relationships = relationshipsOf(models)
  const expressions = new Expressions(metrics)
  const written = metrics.filter((it) => it.type !== 'conversion' && !it.isPrivate)
  const semanticModel = compact({
    name: 'semantic_model',
    datasets: models.map(toDataset),
    relationships: orNothing(relationships),
    metrics: orNothing(written.flatMap((metric) => toMetric(metric, expressions))),
  })
  return { version: '0.1.1', dialects: [DIALECT], semantic_model: [semanticModel] }
}

const DIALECT = 'ANSI_SQL'

function toExpression(text: string): JsonObject {
  return { dialects: [{ dialect: DIALECT, expression: text }] }
}

function toDataset({ json, name, measures }: SettledModel): JsonObject {
  const entities = objects(json['entities'])
  const fields = [
    ...entities.map((it) => toField(it, expressionOf(it))),
    ...objects(json['dimensions']).map((it) => ({
      ...toField(it, expressionOf(it), { is_time: it['type'] === 'time' }),
    })),
    ...measures.map((it) => toField(it.json, it.expr ?? it.name)),
  ]
  const keysOf = (type: string) => entities.filter((it) => it['type'] === type).map(expressionOf)
  const relation = objects(json['node_relation'])[0]
  const primary = keysOf('primary').at(-1)
  return compact({
    name,
    source: relation?.['relation_name'] ?? null,
    primary_key: primary === undefined ? null : [primary],
    unique_keys: orNothing(keysOf('unique').map((it) => [it])),
    description: json['description'] ?? null,
    fields: orNothing(fields),
  })
}

const expressionOf = (part: JsonObject): string => textOr(part['expr']) ?? nameOf(part)

function toField(part: JsonObject, text: string, dimension: JsonObject | null = null): JsonObject {
  return compact({
    name: nameOf(part),
    expression: toExpression(text),
    dimension,
    datatype: dimension && toDatatype(part['datatype']),
    label: part['label'] ?? null,
    description: part['description'] ?? null,
  })
}

function toMetric(metric: Metric, expressions: Expressions): readonly JsonObject[] {
  const text = expressions.of(metric)
  if (text === undefined) return []
  const { name, json } = metric
  return [
    compact({
      name,
      expression: toExpression(text),
      datatype: toDatatype(json['datatype']),
      description: json['description'] ?? null,
    }),
  ]
}

/** `datetime_tz` is `DateTimeTz` there. */
function toDatatype(value: Json | undefined): Json {
  const text = textOr(value)
  if (text === null) return null
  const words = text.replace('datetime', 'date_time').split('_')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function naturalOnes(models: readonly SettledModel[]): readonly LeftOut[] {
  return models
    .flatMap(({ json }) => objects(json['entities']))
    .filter((it) => it['type'] === 'natural')
    .map((it) => ({ why: 'natural', name: nameOf(it) }))
}

function lossOf({ name, type, isPrivate }: Metric): readonly LeftOut[] {
  if (type === 'conversion') return [{ why: 'conversion', name }]
  if (isPrivate) return [{ why: 'private', name }]
  return type === 'cumulative' ? [{ why: 'cumulative', name }] : []
}

function orNothing(list: readonly Json[]): Json {
  return list.length > 0 ? list : null
}

/** Without what is not said. */
function compact(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null))
}
