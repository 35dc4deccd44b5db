import { Float, toRepr, type Expression, type FilterCall } from '@btn/jinja'

/** How Jinja2 shows a node of its tree: a class and its fields. */
function show(name: string, fields: Readonly<Record<string, string>>): string {
  const list = Object.entries(fields).map(([key, value]) => `${key}=${value}`)
  return `${name}(${list.join(', ')})`
}

const list = (items: readonly string[]): string => `[${items.join(', ')}]`
const trees = (items: readonly Expression[]): string => list(items.map(toTreeText))
const optional = (item: Expression | undefined): string => (item ? toTreeText(item) : 'None')

const binaries = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '//': 'FloorDiv',
  '%': 'Mod',
  '**': 'Pow',
} as const

const unaries = { '-': 'Neg', '+': 'Pos', not: 'Not' } as const

const comparisons = {
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'lteq',
  '>': 'gt',
  '>=': 'gteq',
  in: 'in',
  'not in': 'notin',
} as const

/** `repr` of a literal's value. */
export function literalText(literal: Extract<Expression, { kind: 'literal' }>): string {
  const { type, value } = literal
  return toRepr(type === 'float' ? new Float(Number(value)) : value)
}

/** An expression as `repr` of Jinja2's own tree: what dbt notes of settings that it cannot write back as source. */
export function toTreeText(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return show('Const', { value: literalText(node) })
    case 'name':
      return show('Name', { name: toRepr(node.name), ctx: "'load'" })
    case 'list':
      return show('List', { items: trees(node.items) })
    case 'tuple':
      return show('Tuple', { items: trees(node.items), ctx: "'load'" })
    case 'dict':
      return show('Dict', { items: list(node.entries.map(pairTree)) })
    case 'unary':
      return show(unaries[node.operator], { node: toTreeText(node.operand) })
    case 'binary':
      return show(binaries[node.operator], sides(node))
    case 'logical':
      return show(node.operator === 'and' ? 'And' : 'Or', sides(node))
    case 'concat':
      return show('Concat', { nodes: trees(node.parts) })
    case 'compare':
      return compareTree(node)
    case 'conditional':
      return conditionalTree(node)
    case 'attribute': {
      const object = toTreeText(node.object)
      return show('Getattr', { node: object, attr: toRepr(node.name), ctx: "'load'" })
    }
    case 'item': {
      const object = toTreeText(node.object)
      return show('Getitem', { node: object, arg: toTreeText(node.key), ctx: "'load'" })
    }
    case 'slice':
      return sliceTree(node)
    case 'call':
      return show('Call', { node: toTreeText(node.callee), ...argumentTrees(node.args) })
    case 'filter':
      return applied('Filter', node)
    case 'test':
      return node.isNegated ? show('Not', { node: applied('Test', node) }) : applied('Test', node)
  }
}

type OfKind<K extends Expression['kind']> = Extract<Expression, { kind: K }>

function sides({ left, right }: { readonly left: Expression; readonly right: Expression }) {
  return { left: toTreeText(left), right: toTreeText(right) }
}

function pairTree({ key, value }: OfKind<'dict'>['entries'][number]): string {
  return show('Pair', { key: toTreeText(key), value: toTreeText(value) })
}

function compareTree({ first, rest }: OfKind<'compare'>): string {
  const operands = rest.map(({ operator, operand }) =>
    show('Operand', { op: toRepr(comparisons[operator]), expr: toTreeText(operand) }),
  )
  return show('Compare', { expr: toTreeText(first), ops: list(operands) })
}

function conditionalTree({ test, value, otherwise }: OfKind<'conditional'>): string {
  const [condition, first] = [toTreeText(test), toTreeText(value)]
  return show('CondExpr', { test: condition, expr1: first, expr2: optional(otherwise) })
}

function sliceTree({ start, stop, step }: OfKind<'slice'>): string {
  return show('Slice', { start: optional(start), stop: optional(stop), step: optional(step) })
}

function applied(name: string, { operand, call }: OfKind<'filter' | 'test'>): string {
  const target = toTreeText(operand)
  return show(name, { node: target, name: toRepr(call.name), ...argumentTrees(call.args) })
}

function argumentTrees(args: FilterCall['args']) {
  const named = args.named.map(({ name, value }) =>
    show('Keyword', { key: toRepr(name), value: toTreeText(value) }),
  )
  return {
    args: trees(args.positional),
    kwargs: list(named),
    dyn_args: optional(args.spread),
    dyn_kwargs: optional(args.spreadNamed),
  }
}
