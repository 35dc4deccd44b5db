import { textOr } from '../../../described/parts.ts'
import { has, nameOf, type Issue, type MetricView, type Rule } from '../view.ts'
import { checkName } from './names.ts'
import { checkGrain, checkWindow } from './windows.ts'

/** Derived metrics name what they are made of, and use it. */
export const derivedRule: Rule = function* ({ metrics, customGrains }) {
  for (const metric of metrics) {
    if (metric.type === 'derived') yield* derived(metric)
    for (const problem of offsets(metric, customGrains)) {
      yield { level: 'error', node: metric.node, problem }
    }
  }
}

function* derived({ node, inputs, params }: MetricView): Iterable<Issue> {
  if (inputs.length === 0) {
    yield { level: 'error', node, problem: 'it is made of no metrics' }
  }
  const names = inputs.map(nameOf)
  for (const input of inputs) {
    const alias = textOr(input['alias'])
    if (alias === null) continue
    yield* checkName(alias, node)
    if (names.includes(alias)) {
      const problem = `the alias "${alias}" of "${nameOf(input)}" is the name of another input`
      yield { level: 'error', node, problem }
    }
  }
  const expr = textOr(params['expr'], '') ?? ''
  if (expr === '') {
    yield { level: 'warning', node, problem: 'it has no expr to say what its inputs make' }
    return
  }
  for (const name of inputs.map((it) => textOr(it['alias']) ?? nameOf(it))) {
    if (expr.includes(name)) continue
    yield { level: 'warning', node, problem: `its expr "${expr}" does not use the input "${name}"` }
  }
}

function* offsets({ inputs }: MetricView, customGrains: readonly string[]): Iterable<string> {
  for (const input of inputs) {
    yield* checkWindow(input['offset_window'], customGrains, true)
    yield* checkGrain('offset_to_grain', input['offset_to_grain'])
    if (has(input['offset_window']) && has(input['offset_to_grain'])) {
      yield `its input "${nameOf(input)}" has offset_window and offset_to_grain: keep one of them`
    }
  }
}
