import { has, hasTimeDimension, isTime, nameOf, quoted } from '../view.ts'
import type { Issue, ModelView, Rule } from '../view.ts'
import { objectOf } from '../../../types/json.ts'
import { textOr } from '../../../described/parts.ts'

/** Semantic models can be joined: entities, defaults, windows of validity. */
export const modelsRule: Rule = function* ({ models }) {
  const pairs = new Map<string, string>()
  for (const model of models) {
    const { node, defaultTime } = model
    for (const problem of [...validity(model), ...natural(model), ...primary(model)]) {
      yield { level: 'error', node, problem }
    }
    if (defaultTime !== null && !hasTimeDimension(model, defaultTime)) {
      const problem = `"${defaultTime}" in defaults.agg_time_dimension is no time dimension of it`
      yield { level: 'error', node, problem }
    }
    yield* pairsOf(model, pairs)
    yield* granularities(model)
  }
}

function ofType({ entities }: ModelView, ...types: readonly string[]): readonly string[] {
  return entities.filter((it) => types.includes(textOr(it['type'], '') ?? '')).map(nameOf)
}

function validParams(model: ModelView) {
  return model.dimensions.flatMap((it) => {
    const params = objectOf(it['type_params'])['validity_params']
    return has(params) ? [{ name: nameOf(it), params: objectOf(params) }] : []
  })
}

function* validity(model: ModelView): Iterable<string> {
  const dimensions = validParams(model)
  if (dimensions.length === 0) return
  const starts = dimensions.filter(({ params }) => params['is_start'] === true)
  const ends = dimensions.filter(({ params }) => params['is_end'] === true)
  if (dimensions.length !== 2 || starts.length !== 1 || ends.length !== 1) {
    const names = quoted(dimensions.map(({ name }) => name))
    yield `a window of validity needs two time dimensions, one with is_start and one with is_end; there are ${names}`
  }
  if (ofType(model, 'natural').length === 0) yield 'a window of validity needs a natural entity'
  if (ofType(model, 'primary', 'unique').length > 0) {
    yield 'a model with a window of validity has no primary or unique entities'
  }
  if (model.measures.length > 0) yield 'a model with a window of validity has no measures'
}

function* natural(model: ModelView): Iterable<string> {
  const names = new Set(ofType(model, 'natural'))
  if (names.size > 1) yield `it has several natural entities: ${quoted(names)}`
  if (names.size > 0 && validParams(model).length === 0) {
    yield `the natural entity ${quoted(names)} needs a window of validity`
  }
}

function* primary(model: ModelView): Iterable<string> {
  const names = ofType(model, 'primary')
  if (names.length > 1) yield `it has several primary entities: ${quoted(names)}`
  else if (names.length === 1 && model.primaryEntity !== null) {
    yield `it has the primary entity ${quoted(names)}, and says primary_entity: ${model.primaryEntity}`
  } else if (names.length === 0 && model.primaryEntity === null && model.dimensions.length > 0) {
    yield 'it has dimensions, so it needs a primary entity, or the key primary_entity'
  }
}

function* pairsOf(model: ModelView, known: Map<string, string>): Iterable<Issue> {
  const entity = model.primaryEntity ?? ofType(model, 'primary')[0]
  if (entity === undefined) return
  for (const name of model.dimensions.map(nameOf)) {
    const key = `${entity}__${name}`
    const other = known.get(key)
    known.set(key, other ?? model.name)
    if (other === undefined) continue
    const problem = `the dimension "${name}" of the primary entity "${entity}" is in "${other}", too`
    yield { level: 'error', node: model.node, problem }
  }
}

function* granularities({ node, dimensions }: ModelView): Iterable<Issue> {
  for (const dimension of dimensions) {
    if (!isTime(dimension) || has(objectOf(dimension['type_params'])['time_granularity'])) continue
    const name = nameOf(dimension)
    yield { level: 'later', node, problem: `the time dimension "${name}" says no granularity` }
  }
}
