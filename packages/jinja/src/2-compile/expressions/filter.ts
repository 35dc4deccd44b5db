import { diagnostic, DiagnosticError, findNearest } from '@btn/diagnostics'
import type { Filter, FilterCall, Test } from '../../1-parse/ast.ts'
import { filters } from '../../3-render/filters/index.ts'
import { tests } from '../../3-render/tests/index.ts'
import { constant, noted, quote, type Place } from '../emit.ts'
import { emitArguments } from './call.ts'
import { emitExpression } from './index.ts'

export function emitFilter(node: Filter, place: Place): string {
  return emitFilterCall(emitExpression(node.operand, place), node.call, place)
}

/** `operand` is JavaScript. */
export function emitFilterCall(operand: string, call: FilterCall, place: Place): string {
  const filter = filters.get(call.name)
  if (!filter && !place.isConditional) throw unknown('unknown-filter', call, filters.keys())
  const code = filter ? constant(place, filter) : 'undefined'
  const args = emitArguments(call.args, place)
  return `$.filter(${code},${quote(call.name)},${operand},${args},${place.autoescape},${noted(place, call.span)})`
}

export function emitTest(node: Test, place: Place): string {
  const { call } = node
  const test = tests.get(call.name)
  if (!test && !place.isConditional) throw unknown('unknown-test', call, tests.keys())
  const code = test ? constant(place, test) : 'undefined'
  const operand = emitExpression(node.operand, place)
  const args = emitArguments(call.args, place)
  const sign = node.isNegated ? '!' : ''
  return `${sign}$.test(${code},${quote(call.name)},${operand},${args},${noted(place, call.span)})`
}

function unknown(
  code: 'unknown-filter' | 'unknown-test',
  { name, span }: FilterCall,
  known: Iterable<string>,
): DiagnosticError {
  const nearest = findNearest(name, known)
  const params = { pythonType: 'TemplateAssertionError', name, nearest }
  return new DiagnosticError(diagnostic(code, params, { span }))
}
