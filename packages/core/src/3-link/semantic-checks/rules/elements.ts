import type { Json, JsonObject } from '../../../types/index.ts'
import { nameOf, quoted, type Issue, type ModelView, type Rule } from '../view.ts'

/** What has one name in several models is one thing in all of them. */
export const elementsRule: Rule = function* ({ models }) {
  yield* dimensionsAgree(models)
  const kinds = new Map<string, Map<string, readonly ModelView[]>>()
  const note = (kind: string, model: ModelView, parts: readonly JsonObject[]): void => {
    for (const name of parts.map(nameOf)) {
      const byKind = kinds.get(name) ?? new Map<string, readonly ModelView[]>()
      kinds.set(name, byKind.set(kind, [...(byKind.get(kind) ?? []), model]))
    }
  }
  for (const model of models) {
    note('measure', model, model.measures)
    note('dimension', model, model.dimensions)
    note('entity', model, model.entities)
  }
  for (const [name, byKind] of kinds) {
    if (byKind.size < 2) continue
    for (const kind of [...byKind.keys()].sort()) {
      const [first, ...others] = byKind.get(kind) ?? []
      if (!first) continue
      const where = quoted(new Set([first, ...others].map((it) => it.name)))
      const problem = `"${name}" is a ${kind} in ${where}, and used as ${[...byKind.keys()].sort().join(' and ')} in all`
      yield { level: 'error', node: first.node, problem }
    }
  }
}

function* dimensionsAgree(models: readonly ModelView[]): Iterable<Issue> {
  const known = new Map<string, { readonly type: Json; readonly isPartition: boolean }>()
  for (const { node, dimensions } of models) {
    for (const dimension of dimensions) {
      const name = nameOf(dimension)
      const isPartition = dimension['is_partition'] === true
      const type = dimension['type'] ?? null
      const first = known.get(name)
      if (!first) known.set(name, { type, isPartition })
      if (first && first.type !== type) {
        const problem = `the dimension "${name}" is of type ${String(type)} here, and ${String(first.type)} in another model`
        yield { level: 'error', node, problem }
      }
      if (first && first.isPartition !== isPartition) {
        const problem = `the dimension "${name}" has another is_partition here than in another model`
        yield { level: 'error', node, problem }
      }
    }
  }
}
