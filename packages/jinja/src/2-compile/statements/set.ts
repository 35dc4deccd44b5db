import type { SetBlock, SetStatement, Target } from '../../1-parse/ast.ts'
import { emitScope } from '../body.ts'
import { at, fresh, quote, temporary, type Place } from '../emit.ts'
import { emitFilterCall } from '../expressions/filter.ts'
import { emitExpression } from '../expressions/index.ts'

export function emitSet(node: SetStatement, place: Place): string {
  const value = emitExpression(node.value, place)
  return `${emitAssignment(node.target, value, place)}${emitExports(node.target, place)}`
}

export function emitSetBlock(node: SetBlock, place: Place): string {
  const out = fresh(place, 'o')
  const inner = { ...place, out, isNativeRoot: false }
  const body = emitScope(node.body, inner)
  const text = `$.finish(${out},${place.autoescape})`
  const value = node.filters.reduce((code, call) => emitFilterCall(code, call, place), text)
  const assignment = emitAssignment(node.target, value, place)
  return `{const ${out}=$.buffer();${body}${assignment}}${emitExports(node.target, place)}`
}

/** JavaScript statements that assign; every name of the target is a variable of the place already. */
export function emitAssignment(target: Target, value: string, place: Place): string {
  switch (target.kind) {
    case 'target-name':
      return `${variableOf(target.name, place)}=${value};`
    case 'target-attribute': {
      const name = { kind: 'name', span: target.span, name: target.name } as const
      const object = emitExpression(name, place)
      return `$.setAttribute(${object},${quote(target.attribute)},${value},${at(place, target.span)});`
    }
    case 'target-tuple': {
      const items = temporary(place)
      const parts = target.items.map((it, index) => emitAssignment(it, `${items}[${index}]`, place))
      return `${items}=R.unpack(${value},${target.items.length},${at(place, target.span)});${parts.join('')}`
    }
  }
}

function variableOf(name: string, place: Place): string {
  const variable = place.names.find(name)
  if (!variable) throw new Error(`"${name}" is assigned to, but was not declared`)
  return variable.code
}

/** Blocks see what the template itself has assigned. */
export function emitExports(target: Target, place: Place): string {
  if (!place.isTop || !place.unit.hasBlocks) return ''
  if (target.kind === 'target-tuple') {
    return target.items.map((it) => emitExports(it, place)).join('')
  }
  if (target.kind === 'target-attribute') return ''
  return `$.publish(${quote(target.name)},${variableOf(target.name, place)});`
}
