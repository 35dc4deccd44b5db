import type { Expression } from '../1-parse/ast.ts'

/** An expression in prefix form with all brackets, for tests of precedence. */
export function showTree(node: Expression): string {
  const many = (nodes: readonly (Expression | undefined)[]): string =>
    nodes.map((it) => (it ? showTree(it) : '_')).join(' ')
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value)
    case 'name':
      return node.name
    case 'list':
      return `[${many(node.items)}]`
    case 'tuple':
      return `(tuple ${many(node.items)})`
    case 'dict':
      return `{${node.entries.map((it) => many([it.key, it.value])).join(', ')}}`
    case 'unary':
      return `(${node.operator} ${showTree(node.operand)})`
    case 'binary':
    case 'logical':
      return `(${node.operator} ${many([node.left, node.right])})`
    case 'concat':
      return `(~ ${many(node.parts)})`
    case 'compare':
      return `(${many([node.first])} ${node.rest.map((it) => `${it.operator} ${showTree(it.operand)}`).join(' ')})`
    case 'conditional':
      return `(if ${many([node.test, node.value, node.otherwise])})`
    case 'attribute':
      return `${showTree(node.object)}.${node.name}`
    case 'item':
      return `${showTree(node.object)}[${showTree(node.key)}]`
    case 'slice':
      return `(slice ${many([node.start, node.stop, node.step])})`
    case 'call':
      return `(call ${showTree(node.callee)}${showArguments(node.args)})`
    case 'filter':
      return `(| ${showTree(node.operand)} ${node.call.name}${showArguments(node.call.args)})`
    case 'test':
      return `(${node.isNegated ? 'is not' : 'is'} ${showTree(node.operand)} ${node.call.name}${showArguments(node.call.args)})`
  }
}

function showArguments(args: Extract<Expression, { kind: 'call' }>['args']): string {
  const parts = [
    ...args.positional.map(showTree),
    ...args.named.map((it) => `${it.name}=${showTree(it.value)}`),
    ...(args.spread ? [`*${showTree(args.spread)}`] : []),
    ...(args.spreadNamed ? [`**${showTree(args.spreadNamed)}`] : []),
  ]
  return parts.map((it) => ` ${it}`).join('')
}
