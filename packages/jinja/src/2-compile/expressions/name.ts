import type { Name } from '../../1-parse/ast.ts'
import { at, fresh, quote, type Place } from '../emit.ts'

export function emitName(node: Name, place: Place): string {
  const variable = place.names.find(node.name)
  if (!variable) return emitContextName(node, place)
  const otherwise =
    variable.fallback === 'context'
      ? emitContextName(node, place)
      : `$.unset(${quote(node.name)},${at(place, node.span)})`
  return `(${variable.code}!==undefined?${variable.code}:${otherwise})`
}

/** Looked up when it is first read, and once per run of the function. */
function emitContextName(node: Name, place: Place): string {
  let variable = place.fn.context.get(node.name)
  if (variable === undefined) {
    variable = fresh(place, 'c')
    place.fn.context.set(node.name, variable)
  }
  return `(${variable}!==undefined?${variable}:${variable}=$.resolve(${quote(node.name)},${at(place, node.span)}))`
}
