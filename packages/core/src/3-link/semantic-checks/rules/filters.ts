import { grains } from '../../../described/enumerations.ts'
import { objectOf } from '../../../types/json.ts'
import { inputName, objects, textOr } from '../../../described/parts.ts'
import type { Json } from '../../../types/index.ts'
import { elementOf, readItems } from '../../../described/query-items.ts'
import type { Issue, MetricView, Rule } from '../view.ts'

/** Filters can be read, and name granularities that there are. */
export const filtersRule: Rule = function* ({ metrics, queries, customGrains }) {
  for (const metric of metrics) {
    for (const [where, filter] of filtersOf(metric)) {
      yield* checkFilter(filter, { where, customGrains, node: metric.node })
    }
  }
  for (const node of queries) {
    const { where } = objectOf(node.definition['query_params'])
    yield* checkFilter(where, { where: 'where', customGrains, node })
  }
}

function filtersOf({ node, params, inputs }: MetricView): readonly (readonly [string, Json])[] {
  const parts = [params['measure'], params['numerator'], params['denominator'], ...inputs]
  const ofInputs = parts.map((it) => [
    `the filter of "${inputName(it) ?? ''}"`,
    objectOf(it)['filter'] ?? null,
  ]) satisfies readonly (readonly [string, Json])[]
  return [['its filter', node.definition['filter'] ?? null], ...ofInputs]
}

interface FilterPlace {
  readonly where: string
  readonly customGrains: readonly string[]
  readonly node: NonNullable<Issue['node']>
}

function* checkFilter(
  filter: Json | undefined,
  { where, customGrains, node }: FilterPlace,
): Iterable<Issue> {
  for (const { where_sql_template: template } of objects(objectOf(filter)['where_filters'])) {
    const text = textOr(template, '') ?? ''
    const items = readItems(text, false)
    if (typeof items === 'string') {
      yield { level: 'error', node, problem: `${where} cannot be read: ${items}` }
      continue
    }
    for (const item of items) {
      const { grain, problem } = elementOf(item, customGrains)
      if (problem !== undefined) yield { level: 'error', node, problem: `${where}: ${problem}` }
      else if (item.kind === 'Metric' && item.groupBy.length === 0) {
        yield { level: 'error', node, problem: `${where}: Metric("${item.name}") needs group_by` }
      } else if (grain !== null && ![...grains, ...customGrains].includes(grain.toLowerCase())) {
        yield { level: 'warning', node, problem: `${where}: "${grain}" is no granularity` }
      }
    }
  }
}
