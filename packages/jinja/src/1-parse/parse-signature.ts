import type { Parameter, TypeName } from './ast.ts'
import { readExpression } from './parse-expression.ts'
import { readName } from './parse-target.ts'
import type { Parser } from './parser.ts'

/** `(a, b: string, c=1)`: dbt allows a type behind each name. */
export function readParameters(p: Parser): Parameter[] {
  p.expect('(')
  const parameters: Parameter[] = []
  while (!p.is(')')) {
    if (parameters.length > 0) p.expect(',')
    const parameter = readParameter(p, parameters.at(-1))
    if (parameters.some((it) => it.name === parameter.name)) {
      p.fail(`two arguments are called "${parameter.name}"`, parameter.span, 'SyntaxError')
    }
    parameters.push(parameter)
  }
  p.expect(')')
  return parameters
}

function readParameter(p: Parser, before: Parameter | undefined): Parameter {
  const { name, span } = readName(p)
  const type = p.skipIf(':') ? readTypeName(p) : undefined
  const value = p.skipIf('=') ? readExpression(p) : undefined
  if (!value && before?.default) {
    p.fail(`"${name}" needs a default, because an argument before it has one`, span)
  }
  return { name, span, type, default: value }
}

function readTypeName(p: Parser): TypeName {
  const token = p.expect('name')
  const parameters: TypeName[] = []
  if (p.skipIf('[')) {
    while (!p.is(']')) {
      if (parameters.length > 0) p.expect(',')
      parameters.push(p.nest(() => readTypeName(p)))
    }
    p.expect(']')
  }
  return { name: token.text, span: p.spanFrom(token.start), parameters }
}
