import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { BlockStatement } from '../../1-parse/ast.ts'
import { emitBody, openScope } from '../body.ts'
import { at, finishFunction, Names, quote, startFunction, type Place } from '../emit.ts'

/** A block is a function of its own; it sees the context, and what the template has assigned so far. */
export function emitBlock(node: BlockStatement, place: Place): string {
  if (place.unit.blocks.has(node.name)) throw definedTwice(node)
  const fn = startFunction()
  const inner: Place = {
    ...place,
    fn,
    names: new Names(),
    out: 'o0',
    isTop: false,
    isConditional: false,
  }
  const { names, declarations } = openScope(node.body, inner, new Map())
  const body = declarations + emitBody(node.body, { ...inner, names })
  place.unit.blocks.set(node.name, `function*($,o0){${finishFunction(fn, body)}}`)
  const locals = node.isScoped ? emitLocals(place) : '[]'
  const required = node.isRequired
    ? `$.requiredBlock(${quote(node.name)},${at(place, node.span)});`
    : ''
  return `${required}yield* B.get(${quote(node.name)})($.forBlock(${quote(node.name)},B,${locals}),${place.out});`
}

/** What a scoped block sees besides: the names around it. */
function emitLocals(place: Place): string {
  const locals = [...place.names.all()].map(([name, { code }]) => `[${quote(name)},${code}]`)
  return `[${locals.join(',')}]`
}

function definedTwice(node: BlockStatement): DiagnosticError {
  const problem = `two blocks are called "${node.name}"`
  const params = { pythonType: 'TemplateAssertionError', problem }
  return new DiagnosticError(diagnostic('template-syntax', params, { span: node.span }))
}
