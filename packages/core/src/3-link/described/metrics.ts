import { toMetricDefinition, type MetricHome } from '../../described/metric.ts'
import type { Metric } from '../../types/index.ts'
import { isObject, toStringList } from '../../types/json.ts'
import { baseOf, complainOf, configOf, type Definition } from './definition.ts'

/** Something measured. `home` is the semantic model in whose model's entry a simple metric stands. */
export function makeMetric(definition: Definition, home?: MetricHome): Metric {
  const { entry, config: patch, name } = definition.patch
  const { config, unrendered } = configOf(definition, 'metric', { name, config: patch })
  const base = baseOf(definition, 'metric', {
    name,
    config,
    unrendered,
    definition: toMetricDefinition(entry, complainOf(definition, 'metric'), home),
  })
  if (!isObject(entry['type_params'])) return { ...base, kind: 'metric', meta: {} }
  const own = isObject(entry['meta']) ? entry['meta'] : {}
  const meta = Object.keys(base.meta).length > 0 ? base.meta : own
  return { ...base, kind: 'metric', meta, tags: toStringList(entry['tags']) }
}
