import { grains } from '../../../described/enumerations.ts'
import { objectOf } from '../../../types/json.ts'
import { textOr } from '../../../described/parts.ts'
import { has, type Rule } from '../view.ts'

/** There is one time spine a granularity, and one that is fine enough. */
export const spinesRule: Rule = function* ({ models, spines }) {
  const [first] = spines
  if (!first) return
  const byGrain = new Map<string, string[]>()
  for (const { grain, node } of spines) {
    byGrain.set(grain, [...(byGrain.get(grain) ?? []), node.relationName ?? node.name])
  }
  for (const [grain, names] of byGrain) {
    if (names.length < 2) continue
    const problem = `one time spine a granularity is used, and several count by ${grain}: ${names.join(', ')}`
    yield { level: 'warning', node: first.node, problem }
  }
  const dimensions = models.flatMap((model) => model.dimensions)
  const used = dimensions.flatMap(({ type_params: params }) =>
    has(params) ? [textOr(objectOf(params)['time_granularity'], '') ?? ''] : [],
  )
  const finest = Math.min(...used.map((it) => grains.indexOf(it)))
  const finestSpine = Math.min(...[...byGrain.keys()].map((it) => grains.indexOf(it)))
  if (used.length === 0) {
    const problem = 'there is a time spine, and no time dimension with a granularity'
    yield { level: 'warning', node: first.node, problem }
  } else if (finest < finestSpine) {
    const problem = `a time dimension counts by ${grains[finest]}, the finest time spine by ${grains[finestSpine]}`
    yield { level: 'warning', node: first.node, problem }
  }
}
