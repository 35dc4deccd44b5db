import { textOr } from '../../../described/parts.ts'
import type { JsonObject, Metric, SemanticModel } from '../../../types/index.ts'
import { nameOf, type Issue, type Rule } from '../view.ts'

/** People know things by their labels: each means one thing. */
export const labelsRule: Rule = function* ({ models, metrics }) {
  yield* uniqueLabels(metrics.map(({ node }) => [textOr(node.definition['label']), node]))
  yield* uniqueLabels(models.map(({ label, node }) => [label, node]))
  const entityLabels = new Map<string, string>()
  for (const { node, dimensions, entities, measures } of models) {
    yield* uniqueWithin(node, { dimension: dimensions, entity: entities, measure: measures })
    yield* sameEverywhere(node, entities, entityLabels)
  }
}

function* uniqueLabels(
  labelled: readonly (readonly [string | null, Metric | SemanticModel])[],
): Iterable<Issue> {
  const known = new Map<string, string>()
  for (const [label, node] of labelled) {
    if (label === null) continue
    const other = known.get(label)
    if (other === undefined) known.set(label, node.name)
    else {
      const problem = `its label "${label}" is that of "${other}"`
      yield { level: 'error', node, problem }
    }
  }
}

function* uniqueWithin(
  node: SemanticModel,
  parts: Readonly<Record<string, readonly JsonObject[]>>,
): Iterable<Issue> {
  for (const [kind, list] of Object.entries(parts)) {
    const counts = new Map<string, number>()
    for (const { label } of list) {
      const text = textOr(label)
      if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    for (const [label, count] of counts) {
      if (count === 1) continue
      const problem = `the label "${label}" is used for more than one ${kind}: ${count} times`
      yield { level: 'error', node, problem }
    }
  }
}

function* sameEverywhere(
  node: SemanticModel,
  entities: readonly JsonObject[],
  known: Map<string, string>,
): Iterable<Issue> {
  for (const entity of entities) {
    const [name, label] = [nameOf(entity), textOr(entity['label'])]
    if (label === null) continue
    const other = known.get(name)
    if (other === undefined) known.set(name, label)
    else if (other !== label) {
      const problem = `the entity "${name}" has the label "${label}", and "${other}" in another model`
      yield { level: 'error', node, problem }
    }
  }
}
