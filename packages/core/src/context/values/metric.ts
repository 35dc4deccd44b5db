import { fromJs, hostFunction, toRepr, type HostObject, type Value } from '@btn/jinja'
import type { Json, JsonObject, Metric, Node, NodeId } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { toNodeJson } from '../../artifact/index.ts'

/** What `metric()` gives while the graph is not known: a name. */
export function metricReference(name: string, packageName: string | undefined): HostObject {
  const members = new Map<string, Value>([
    ['metric_name', name],
    ['package_name', packageName ?? null],
  ])
  return {
    typeName: 'MetricReference',
    getAttribute: (key) => members.get(key),
    toText: () => name,
    attributeNames: () => members.keys(),
  }
}

/** What `metric()` gives in a run: all that is known of the metric, and what it is made of. It prints as its name. */
export function resolvedMetric(metric: Metric, nodes: ReadonlyMap<NodeId, Node>): HostObject {
  const json = toNodeJson(metric)
  const names = ['metric_name', ...Object.keys(json), ...Object.keys(helpers)]
  const find = (key: string): Value | undefined => {
    if (key === 'metric_name') return metric.name
    const helper = Object.hasOwn(helpers, key) ? helpers[key] : undefined
    if (helper) return hostFunction(key, () => fromJs(helper(metric, nodes)))
    return Object.hasOwn(json, key) ? toPart(key, json[key] ?? null) : undefined
  }
  return {
    typeName: 'ResolvedMetricReference',
    getAttribute: find,
    toText: () => metric.name,
    attributeNames: () => names,
  }
}

type Helper = (metric: Metric, nodes: ReadonlyMap<NodeId, Node>) => readonly Json[]

const helpers: Readonly<Record<string, Helper>> = {
  full_metric_dependency: (metric, nodes) => unique(withParents(metric, nodes)),
  base_metric_dependency: (metric, nodes) =>
    unique(withParents(metric, nodes).filter((it) => !isDerived(it))),
  derived_metric_dependency: (metric, nodes) =>
    unique(withParents(metric, nodes).filter(isDerived)),
  derived_metric_dependency_depth: (metric, nodes) => depths(metric, nodes, 1),
}

function unique(metrics: readonly Metric[]): readonly string[] {
  return [...new Set(metrics.map(({ name }) => name))]
}

function isDerived({ definition }: Metric): boolean {
  return definition['type'] === 'derived' || definition['type'] === 'ratio'
}

function parentsOf(metric: Metric, nodes: ReadonlyMap<NodeId, Node>): readonly Metric[] {
  return metric.dependsOn.nodes.flatMap((id) => {
    const node = nodes.get(id)
    return node?.kind === 'metric' ? [node] : []
  })
}

function withParents(metric: Metric, nodes: ReadonlyMap<NodeId, Node>): readonly Metric[] {
  return [metric, ...parentsOf(metric, nodes).flatMap((it) => withParents(it, nodes))]
}

function depths(
  metric: Metric,
  nodes: ReadonlyMap<NodeId, Node>,
  depth: number,
): readonly JsonObject[] {
  if (!isDerived(metric)) return []
  const deeper = parentsOf(metric, nodes).flatMap((it) => depths(it, nodes, depth + 1))
  return [{ [metric.name]: depth }, ...deeper]
}

/** The classes of dbt's that the parts of a metric are: a template that prints one sees its name. */
const classes: Readonly<Record<string, string>> = {
  ...namesOf('MetricInputMeasure', ['measure', 'input_measures', 'base_measure']),
  ...namesOf('MetricInputMeasure', ['conversion_measure']),
  ...namesOf('MetricInput', ['numerator', 'denominator', 'metrics', 'metric', 'base_metric']),
  ...namesOf('MetricInput', ['conversion_metric']),
  ...namesOf('MetricTimeWindow', ['window', 'offset_window']),
  agg_params: 'MeasureAggregationParameters',
  constant_properties: 'ConstantPropertyInput',
  conversion_type_params: 'ConversionTypeParams',
  cumulative_type_params: 'CumulativeTypeParams',
  filter: 'WhereFilterIntersection',
  metric_aggregation_params: 'MetricAggregationParams',
  non_additive_dimension: 'NonAdditiveDimension',
  type_params: 'MetricTypeParams',
  where_filters: 'WhereFilter',
}

const enumerations: Readonly<Record<string, string>> = {
  agg: 'AggregationType',
  calculation: 'ConversionCalculationType',
  period_agg: 'PeriodAggregation',
  type: 'MetricType',
  window_choice: 'AggregationType',
}

function namesOf(className: string, keys: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, className]))
}

function toPart(key: string, json: Json): Value {
  if (Array.isArray(json)) return json.map((it: Json) => toPart(key, it))
  if (isObject(json)) {
    const className = classes[key]
    return className === undefined ? fromJs(json) : dataclass(className, json)
  }
  const enumeration = enumerations[key]
  if (enumeration !== undefined && typeof json === 'string') return member(enumeration, json)
  return fromJs(json)
}

/** An object of Python's `dataclass`: attributes, and a text that shows them all. */
function dataclass(className: string, json: JsonObject): HostObject {
  const members = new Map(Object.entries(json).map(([key, it]) => [key, toPart(key, it)]))
  return {
    typeName: className,
    getAttribute: (name) => members.get(name),
    toRepr: () => {
      const parts = [...members].map(([key, value]) => `${key}=${toRepr(value)}`)
      return `${className}(${parts.join(', ')})`
    },
    attributeNames: () => members.keys(),
  }
}

/** A member of an enumeration of Python's. */
function member(enumeration: string, word: string): HostObject {
  const name = word.toUpperCase()
  const parts = new Map([
    ['name', name],
    ['value', word],
  ])
  return {
    typeName: enumeration,
    getAttribute: (key) => parts.get(key),
    toText: () => `${enumeration}.${name}`,
    toRepr: () => `<${enumeration}.${name}: ${toRepr(word)}>`,
    attributeNames: () => parts.keys(),
  }
}
