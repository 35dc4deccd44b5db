import { objectOf } from '../../../types/json.ts'
import { list } from '../../../described/parts.ts'
import type { JsonObject } from '../../../types/index.ts'
import { elementOf, readItems, type QueryItem } from '../../../described/query-items.ts'
import { nameOf, type Rule, type SemanticView } from '../view.ts'

/** Saved queries ask for what there is. */
export const queriesRule: Rule = function* (view) {
  const metrics = new Set(view.metrics.map((it) => it.name))
  const elements = new Set([...metrics, 'metric_time'])
  for (const { dimensions, entities } of view.models) {
    for (const name of [...dimensions, ...entities].map(nameOf)) elements.add(name)
  }
  for (const node of view.queries) {
    const params = objectOf(node.definition['query_params'])
    const unknown = list(params['metrics'])
      .map(String)
      .filter((it) => !metrics.has(it))
    const problems = [
      ...unknown.map((it) => `"${it}" in metrics is no metric`),
      ...groupings(params, elements, view),
      ...orders(params),
      ...limit(params),
    ]
    for (const problem of problems) yield { level: 'error', node, problem }
  }
}

function* groupings(
  { group_by: groupBy }: JsonObject,
  elements: ReadonlySet<string>,
  { customGrains }: SemanticView,
): Iterable<string> {
  for (const text of list(groupBy).map(String)) {
    const items = readItems(`{{${text}}}`, false)
    if (typeof items === 'string') {
      yield `"${text}" in group_by cannot be read: ${items}`
      continue
    }
    const [item, ...more] = items
    const found = item && elementOf(item, customGrains)
    if (found?.problem !== undefined) yield `"${text}" in group_by: ${found.problem}`
    else if (item?.kind === 'Metric' && item.groupBy.length === 0) {
      yield `"${text}" in group_by needs a group_by of its own`
    } else if (!found || more.length > 0 || !elements.has(found.element)) {
      yield `"${text}" in group_by names no dimension, entity or metric`
    }
  }
}

/** A query is ordered by what it shows. */
function* orders(params: JsonObject): Iterable<string> {
  const wanted = list(params['order_by']).map(String)
  if (wanted.length === 0) return
  const shown = [
    ...list(params['metrics']).map((it) => single(`Metric('${String(it)}')`, false)),
    ...list(params['group_by']).map((it) => single(String(it), false)),
  ]
  if (shown.some((it) => typeof it === 'string')) return
  const known = new Set(shown.map((it) => JSON.stringify(it)))
  for (const text of wanted) {
    const item = single(text, true)
    if (typeof item === 'string') yield `"${text}" in order_by cannot be read: ${item}`
    else if (!known.has(JSON.stringify({ ...item, isDescending: null }))) {
      yield `"${text}" in order_by is none of the metrics and groupings of the query`
    }
  }
}

function single(text: string, isOrder: boolean): QueryItem | string {
  const items = readItems(`{{ ${text} }}`, isOrder)
  if (typeof items === 'string') return items
  return items.length === 1 && items[0] ? items[0] : 'it has to name one thing'
}

function* limit({ limit: value }: JsonObject): Iterable<string> {
  if (typeof value === 'number' && value < 0) yield `the limit is ${value}; it has to be 0 or more`
}
