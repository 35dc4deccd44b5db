import type { Name } from '../../1-parse/ast.ts'
import { noted, quote, type Place } from '../emit.ts'

export function emitName(node: Name, place: Place): string {
  const variable = place.names.find(node.name)
  if (!variable) return emitContextName(node, place)
  const otherwise =
    variable.fallback === 'context'
      ? emitContextName(node, place)
      : `$.unset(${quote(node.name)},${noted(place, node.span)})`
  return `(${variable.code}!==undefined?${variable.code}:${otherwise})`
}

/** Looked up when it is first read; the run remembers it under its number. */
function emitContextName(node: Name, place: Place): string {
  const { contextNames } = place.unit
  const number = contextNames.get(node.name) ?? contextNames.size
  contextNames.set(node.name, number)
  return `$.name(${number},${quote(node.name)},${noted(place, node.span)})`
}
