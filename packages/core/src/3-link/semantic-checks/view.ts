import { isObject, objectOf } from '../../types/json.ts'
import { objects, textOr } from '../../described/parts.ts'
import type {
  Json,
  JsonObject,
  Metric,
  Model,
  Node,
  SavedQuery,
  SemanticModel,
} from '../../types/index.ts'

/** What the rules look at: the semantic layer of a whole project. */
export interface SemanticView {
  readonly models: readonly ModelView[]
  readonly metrics: readonly MetricView[]
  readonly queries: readonly SavedQuery[]
  readonly spines: readonly SpineView[]
  /** Names that time spines give to granularities of the project's own. */
  readonly customGrains: readonly string[]
}

export interface ModelView {
  readonly node: SemanticModel
  readonly name: string
  readonly label: string | null
  readonly entities: readonly JsonObject[]
  readonly measures: readonly JsonObject[]
  readonly dimensions: readonly JsonObject[]
  readonly defaultTime: string | null
  readonly primaryEntity: string | null
}

export interface MetricView {
  readonly node: Metric
  readonly name: string
  readonly type: string | null
  readonly params: JsonObject
  readonly conversion: JsonObject
  readonly cumulative: JsonObject
  /** Of a metric of the newer form: what it aggregates, and how. */
  readonly aggregation: JsonObject | undefined
  readonly inputs: readonly JsonObject[]
}

export interface SpineView {
  readonly node: Model
  readonly grain: string
  readonly custom: readonly string[]
}

/** What a rule finds. `later` is what will be a mistake in a version to come. */
export interface Issue {
  readonly level: 'error' | 'warning' | 'later'
  readonly problem: string
  readonly node?: SemanticModel | Metric | SavedQuery | Model
}

export type Rule = (view: SemanticView) => Iterable<Issue>

export function viewOf(nodes: Iterable<Node>): SemanticView {
  const models: ModelView[] = []
  const metrics: MetricView[] = []
  const queries: SavedQuery[] = []
  const spines: SpineView[] = []
  for (const node of nodes) {
    if (node.kind === 'semantic_model') models.push(viewModel(node))
    else if (node.kind === 'metric') metrics.push(viewMetric(node))
    else if (node.kind === 'saved_query') queries.push(node)
    else if (node.kind === 'model' && node.timeSpine) spines.push(viewSpine(node, node.timeSpine))
  }
  return { models, metrics, queries, spines, customGrains: spines.flatMap((it) => it.custom) }
}

function viewModel(node: SemanticModel): ModelView {
  const { definition: it } = node
  return {
    node,
    name: node.name,
    label: textOr(it['label']),
    entities: objects(it['entities']),
    measures: objects(it['measures']),
    dimensions: objects(it['dimensions']),
    defaultTime: textOr(objectOf(it['defaults'])['agg_time_dimension']),
    primaryEntity: textOr(it['primary_entity']),
  }
}

function viewMetric(node: Metric): MetricView {
  const params = objectOf(node.definition['type_params'])
  const aggregation = params['metric_aggregation_params']
  return {
    node,
    name: node.name,
    type: textOr(node.definition['type']),
    params,
    conversion: objectOf(params['conversion_type_params']),
    cumulative: objectOf(params['cumulative_type_params']),
    aggregation: isObject(aggregation) ? aggregation : undefined,
    inputs: objects(params['metrics']),
  }
}

function viewSpine(node: Model, spine: JsonObject): SpineView {
  const column = node.columns.get(textOr(spine['standard_granularity_column'], '') ?? '')
  return {
    node,
    grain: textOr(column?.extra?.['granularity'], '') ?? '',
    custom: objects(spine['custom_granularities']).map(nameOf),
  }
}

export function nameOf(part: JsonObject): string {
  return textOr(part['name'], '') ?? ''
}

export function has(value: Json | undefined): boolean {
  return value !== undefined && value !== null
}

/** `"a", "b"` */
export function quoted(names: Iterable<string>): string {
  return [...names].map((name) => `"${name}"`).join(', ')
}

export function isTime(dimension: JsonObject): boolean {
  return dimension['type'] === 'time'
}

/** By which time a measure counts; null when neither it nor its model says. */
export function timeOf(measure: JsonObject, model: ModelView): string | null {
  return textOr(measure['agg_time_dimension'], model.defaultTime)
}

export function hasTimeDimension({ dimensions }: ModelView, name: string): boolean {
  return dimensions.some((it) => isTime(it) && nameOf(it) === name)
}
