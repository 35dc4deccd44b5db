import { objectOf } from '../../../types/json.ts'
import { objects, textOr } from '../../../described/parts.ts'
import type { JsonObject } from '../../../types/index.ts'
import { isEqualJson } from '../is-equal-json.ts'
import { has, nameOf, type Issue, type MetricView, type Rule } from '../view.ts'
import { checkName } from './names.ts'

/** Measures that a metric takes can be told apart; a simple metric says nothing that its measure says. */
export const inputsRule: Rule = function* ({ models, metrics }) {
  const measures = new Map(
    models.flatMap((it) => it.measures).map((it) => [nameOf(it), it] as const),
  )
  const aliases = new Map<string, string>()
  for (const metric of metrics) {
    yield* ambiguous(metric)
    for (const input of objects(metric.params['input_measures'])) {
      const alias = textOr(input['alias'])
      if (alias === null) continue
      const { node } = metric
      yield* checkName(alias, node)
      const taken = measures.has(alias) ? 'of a measure' : undefined
      const used = aliases.has(alias) ? 'that another input measure has for an alias' : undefined
      for (const what of [taken, used]) {
        if (what === undefined) continue
        const problem = `the alias "${alias}" of the measure "${nameOf(input)}" is a name ${what}`
        yield { level: 'error', node, problem }
      }
      aliases.set(alias, metric.name)
    }
    yield* proxied(metric, measures)
  }
}

/** One measure several times, with different filters: only aliases tell which is which. */
function* ambiguous({ node, params }: MetricView): Iterable<Issue> {
  const byName = new Map<string, readonly JsonObject[]>()
  for (const input of objects(params['input_measures'])) {
    byName.set(nameOf(input), [...(byName.get(nameOf(input)) ?? []), input])
  }
  for (const [name, same] of byName) {
    if (same.length === 1) continue
    if (same.every((it) => isEqualJson(it, same[0]))) {
      yield { level: 'warning', node, problem: `it takes the measure "${name}" twice, unchanged` }
    } else if (same.some((it) => has(it['filter']) && !has(it['alias']))) {
      const problem = `it takes the measure "${name}" with different filters: each needs an alias`
      yield { level: 'error', node, problem }
    }
  }
}

function* proxied(
  { node, type, params }: MetricView,
  measures: ReadonlyMap<string, JsonObject>,
): Iterable<Issue> {
  if (type !== 'simple' || !has(params['measure']) || !has(params['expr'])) return
  const measure = measures.get(nameOf(objectOf(params['measure'])))
  if (!measure) return
  const expr = String(params['expr'])
  if (expr === textOr(measure['expr']) || expr === nameOf(measure)) return
  yield { level: 'warning', node, problem: 'its expr is ignored: the measure has one' }
}
