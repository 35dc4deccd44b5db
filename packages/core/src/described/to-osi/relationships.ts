import type { JsonObject } from '../../types/index.ts'
import { objects, textOr } from '../parts.ts'
import { nameOf, type SettledModel } from './measures.ts'

/** An entity as one of the datasets has it. */
interface Side {
  readonly dataset: string
  readonly column: string
  readonly isOne: boolean
}

/** Every two datasets with an entity of the same name can be joined, from the side with many rows to that with one. */
export function relationshipsOf(models: readonly SettledModel[]): readonly JsonObject[] {
  const entities = new Map<string, Side[]>()
  for (const { name: dataset, json } of models) {
    for (const entity of objects(json['entities'])) {
      const type = textOr(entity['type'], '') ?? ''
      if (type === 'natural') continue
      const name = nameOf(entity)
      const column = textOr(entity['expr']) ?? name
      const side = { dataset, column, isOne: ['primary', 'unique'].includes(type) }
      entities.set(name, [...(entities.get(name) ?? []), side])
    }
  }
  return [...entities].flatMap(([name, sides]) => pairsOf(sides).map((pair) => join(name, pair)))
}

type Pair = readonly [Side, Side]

function pairsOf(sides: readonly Side[]): readonly Pair[] {
  return sides.flatMap((a, at) =>
    sides.slice(at + 1).flatMap((b): readonly Pair[] => (a.dataset === b.dataset ? [] : [[a, b]])),
  )
}

function join(entity: string, pair: Pair): JsonObject {
  const [from, to] = inOrder(pair)
  return {
    name: `${from.dataset}__${to.dataset}__${entity}`,
    from: from.dataset,
    to: to.dataset,
    from_columns: [from.column],
    to_columns: [to.column],
  }
}

/** Of two sides of a kind, the alphabet says which is first. */
function inOrder([a, b]: Pair): Pair {
  if (a.isOne !== b.isOne) return a.isOne ? [b, a] : [a, b]
  return a.dataset <= b.dataset ? [a, b] : [b, a]
}
