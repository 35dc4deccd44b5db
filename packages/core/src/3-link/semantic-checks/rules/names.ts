import { grains } from '../../../described/enumerations.ts'
import type { JsonObject } from '../../../types/index.ts'
import { nameOf, quoted, type Issue, type Rule, type SemanticView } from '../view.ts'

const reserved: Readonly<Record<string, string>> = {
  metric_time: 'queries call the time of all metrics so',
  mf_internal_uuid: 'MetricFlow calls a column of its own so',
}

/** What is wrong with a name as such. */
export function* checkName(name: string, node: Issue['node']): Iterable<Issue> {
  const wrong = (problem: string): Issue => ({
    level: 'error',
    problem: `the name "${name}" ${problem}`,
    ...(node && { node }),
  })
  if (!/^[a-z]((?!__)[a-z0-9_])*[a-z0-9]$/.test(name)) {
    yield wrong(
      'has to begin with a lower case letter, to end with one or a digit, and to have only these and single underscores between',
    )
  }
  if (grains.includes(name.toLowerCase())) yield wrong('is that of a granularity')
  const reason = Object.hasOwn(reserved, name.toLowerCase()) && reserved[name.toLowerCase()]
  if (reason) yield wrong(`is reserved: ${reason}`)
}

/** Names are well formed, and mean one thing each. */
export const namesRule: Rule = function* (view) {
  for (const [kind, nodes] of [
    ['semantic model', view.models.map((it) => it.node)],
    ['metric', view.metrics.map((it) => it.node)],
    ['saved query', view.queries],
  ] as const) {
    const seen = new Set<string>()
    for (const node of nodes) {
      yield* checkName(node.name, node)
      if (seen.has(node.name)) {
        yield { level: 'error', node, problem: `there are two of the kind ${kind} with its name` }
      }
      seen.add(node.name)
    }
  }
  yield* elementNames(view)
  yield* customNames(view)
}

function* elementNames({ models }: SemanticView): Iterable<Issue> {
  for (const { node, measures, entities, dimensions } of models) {
    const kinds = new Map<string, string>()
    const all = [...tagged('measure', measures), ...tagged('entity', entities)]
    for (const [kind, name] of [...all, ...tagged('dimension', dimensions)]) {
      const first = kinds.get(name)
      if (first !== undefined) {
        const problem = `the ${kind} "${name}" has the name of a ${first} of the same model`
        yield { level: 'error', node, problem }
      }
      kinds.set(name, first ?? kind)
      yield* checkName(name, node)
    }
  }
}

function tagged(
  kind: string,
  parts: readonly JsonObject[],
): readonly (readonly [string, string])[] {
  return parts.map((it) => [kind, nameOf(it)])
}

function* customNames({ models, metrics, spines }: SemanticView): Iterable<Issue> {
  const taken = new Map<string, string>()
  for (const { measures, entities, dimensions } of models) {
    const all = [...tagged('measure', measures), ...tagged('entity', entities)]
    for (const [kind, name] of [...all, ...tagged('dimension', dimensions)]) taken.set(name, kind)
  }
  for (const { name } of metrics) taken.set(name, 'metric')
  for (const { name } of models) taken.set(name, 'semantic model')
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { node, custom } of spines) {
    for (const name of custom) {
      yield* checkName(name, node)
      const kind = taken.get(name)
      if (kind !== undefined) {
        const problem = `the granularity "${name}" has the name of a ${kind}`
        yield { level: 'error', node, problem }
      }
      if (seen.has(name)) twice.add(name)
      seen.add(name)
    }
  }
  const last = spines.at(-1)
  if (twice.size > 0 && last) {
    const problem = `several time spines have a granularity of the name ${quoted(twice)}`
    yield { level: 'error', node: last.node, problem }
  }
}
