import type { With } from '../../1-parse/ast.ts'
import { emitBody, openScope } from '../body.ts'
import { fresh, type Place } from '../emit.ts'
import { emitExpression } from '../expressions/index.ts'
import { namesOf } from '../symbols.ts'
import { emitAssignment } from './set.ts'

/** The values are those of outside; the names are new. */
export function emitWith(node: With, place: Place): string {
  const targets = node.bindings.flatMap((it) => namesOf(it.target))
  const parameters = new Map(targets.map((name) => [name, fresh(place)]))
  const { names, declarations } = openScope(node.body, place, parameters)
  const inner = { ...place, names, isTop: false, isConditional: false }
  const variables = [...parameters.values()]
  const code = node.bindings.map(({ target, value }) =>
    emitAssignment(target, emitExpression(value, place), inner),
  )
  const opening = variables.length === 0 ? '' : `let ${variables.join(',')};`
  return `{${opening}${code.join('')}${declarations}${emitBody(node.body, inner)}}`
}
