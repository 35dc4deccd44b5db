import type { Expression, Statement } from '../1-parse/ast.ts'
import { fresh, Names, type Place } from './emit.ts'
import { emitStatement } from './statements/index.ts'
import { findAssigned, findRead } from './symbols.ts'

/** The statements of a body that is a scope of its own: declarations, then code. */
export function emitScope(
  body: readonly Statement[],
  place: Place,
  parameters: ReadonlyMap<string, string> = new Map(),
): string {
  const { names, declarations } = openScope(body, place, parameters)
  return declarations + emitBody(body, { ...place, names, isTop: false, isConditional: false })
}

export interface OpenScope {
  readonly names: Names
  /** JavaScript that declares the names which the body assigns to. */
  readonly declarations: string
}

/**
 * The names of a scope. A name of an outer scope that the body assigns to is a copy here, so that the assignment does not
 * leak; parameters (name → JavaScript variable) are declared by whoever opens the scope. `readBefore` is evaluated in the scope
 * ahead of the body, as the defaults of a macro.
 */
export function openScope(
  body: readonly Statement[],
  place: Place,
  parameters: ReadonlyMap<string, string>,
  readBefore: readonly Expression[] = [],
): OpenScope {
  const names = new Names(place.names, () => findRead(body, readBefore))
  for (const [name, code] of parameters) names.declare(name, { code, fallback: 'undefined' })
  const declarations: string[] = []
  for (const [name, fallback] of findAssigned(body, readBefore)) {
    if (parameters.has(name)) continue
    const outer = place.names.find(name)
    const code = fresh(place)
    const unset = place.names.reads(name) ? 'context' : fallback
    names.declare(name, { code, fallback: outer?.fallback ?? unset })
    declarations.push(outer ? `${code}=${outer.code}` : code)
  }
  const text = declarations.length === 0 ? '' : `let ${declarations.join(',')};`
  return { names, declarations: text }
}

export function emitBody(body: readonly Statement[], place: Place): string {
  return body.map((it) => emitStatement(it, place)).join('')
}
