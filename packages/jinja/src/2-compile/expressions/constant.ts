import type { Arguments, Expression } from '../../1-parse/ast.ts'

/** Filters that look at more than their arguments. */
const IMPURE: ReadonlySet<string> = new Set([
  'random',
  'map',
  'select',
  'reject',
  'selectattr',
  'rejectattr',
])

/** Can the expression be worked out from the text alone? Jinja does so, which shows in native rendering. */
export function isConstant(node: Expression): boolean {
  switch (node.kind) {
    case 'literal':
      return true
    case 'name':
    case 'call':
      return false
    case 'list':
    case 'tuple':
      return node.items.every(isConstant)
    case 'dict':
      return node.entries.every((it) => isConstant(it.key) && isConstant(it.value))
    case 'unary':
      return isConstant(node.operand)
    case 'binary':
    case 'logical':
      return isConstant(node.left) && isConstant(node.right)
    case 'concat':
      return node.parts.every(isConstant)
    case 'compare':
      return isConstant(node.first) && node.rest.every((it) => isConstant(it.operand))
    case 'conditional':
      return isConstant(node.test) && isConstant(node.value) && isOptional(node.otherwise)
    case 'attribute':
      return isConstant(node.object)
    case 'item':
      return isConstant(node.object) && isConstant(node.key)
    case 'slice':
      return isOptional(node.start) && isOptional(node.stop) && isOptional(node.step)
    case 'filter':
    case 'test':
      return (
        isConstant(node.operand) && isConstantCall(node.call.args) && !IMPURE.has(node.call.name)
      )
  }
}

function isOptional(node: Expression | undefined): boolean {
  return node === undefined || isConstant(node)
}

function isConstantCall(args: Arguments): boolean {
  const named = args.named.every((it) => isConstant(it.value))
  const isSpread = args.spread !== undefined || args.spreadNamed !== undefined
  return named && !isSpread && args.positional.every(isConstant)
}
