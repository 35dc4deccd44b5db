import type { Arguments, Call } from '../../1-parse/ast.ts'
import { notedWithName, quote, type Place } from '../emit.ts'
import { emitExpression, emitList } from './index.ts'

/** The only expression that can take time: the function hands a promise out and goes on with what it gave. */
export function emitCall(
  node: Call,
  place: Place,
  { caller, method = 'call' }: { caller?: string; method?: 'call' | 'callOrReturn' } = {},
): string {
  const args = emitArguments(node.args, place, caller)
  const { callee } = node
  const name = callee.kind === 'attribute' ? callee.nameSpan : callee.span
  const site = notedWithName(place, node.span, name)
  const call = `${emitCallee(node, place, method)}${args},${site})`
  return `((w=${call}) instanceof Promise?yield w:w)`
}

/** A method is called without making it a value first. */
function emitCallee(node: Call, place: Place, method: string): string {
  const { callee } = node
  if (callee.kind !== 'attribute') return `$.${method}(${emitExpression(callee, place)},`
  const object = emitExpression(callee.object, place)
  return `$.callMethod(${object},${quote(callee.name)},`
}

/** JavaScript for positional and named arguments: two values with a comma between them. */
export function emitArguments(args: Arguments, place: Place, caller?: string): string {
  const named = args.named.map((it) => `[${quote(it.name)},${emitExpression(it.value, place)}]`)
  if (caller !== undefined) named.push(`["caller",${caller}]`)
  const items = `[${named.join(',')}]`
  if (!args.spread && !args.spreadNamed) {
    const positional = emitList(args.positional, place)
    return `${positional},${named.length === 0 ? 'R.NONE' : `R.named(${items})`}`
  }
  const spread = args.spread ? `,...R.spread(${emitExpression(args.spread, place)})` : ''
  const all = args.positional.map((it) => emitExpression(it, place)).join(',')
  const others = args.spreadNamed ? emitExpression(args.spreadNamed, place) : 'undefined'
  return `[${all === '' ? spread.slice(1) : all + spread}],R.spreadNamed(${items},${others})`
}
