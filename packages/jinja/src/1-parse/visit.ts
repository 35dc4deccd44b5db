import type { Arguments, FilterCall, Node, OfKind, Parameter } from './ast.ts'

export type Visitor = (node: Node) => void | 'skip'

/** Calls the visitor with the node and everything in it, in source order; 'skip' leaves out what is inside. */
export function visit(node: Node, visitor: Visitor): void {
  if (visitor(node) === 'skip') return
  walkChildren(node, (child) => visit(child, visitor))
}

/** Is there a node, this one or inside of it, for which the test holds? */
export function hasNode(node: Node, test: (node: Node) => boolean): boolean {
  if (test(node)) return true
  let isFound = false
  walkChildren(node, (child) => {
    isFound ||= hasNode(child, test)
  })
  return isFound
}

type Walk = (node: Node) => void
type Walker<N> = (node: N, walk: Walk) => void

const nothing = (): void => undefined

function walkAll(nodes: readonly Node[], walk: Walk): void {
  for (const node of nodes) walk(node)
}

function walkOptional(node: Node | undefined, walk: Walk): void {
  if (node) walk(node)
}

function walkArguments(args: Arguments, walk: Walk): void {
  walkAll(args.positional, walk)
  for (const { value } of args.named) walk(value)
  walkOptional(args.spread, walk)
  walkOptional(args.spreadNamed, walk)
}

function walkCalls(calls: readonly FilterCall[], walk: Walk): void {
  for (const { args } of calls) walkArguments(args, walk)
}

function walkDefaults(parameters: readonly Parameter[], walk: Walk): void {
  for (const parameter of parameters) walkOptional(parameter.default, walk)
}

function walkBoth({ left, right }: OfKind<Node, 'binary' | 'logical'>, walk: Walk): void {
  walk(left)
  walk(right)
}

function walkBody({ body }: OfKind<Node, 'template' | 'block'>, walk: Walk): void {
  walkAll(body, walk)
}

function walkItems({ items }: OfKind<Node, 'list' | 'tuple'>, walk: Walk): void {
  walkAll(items, walk)
}

function walkApplied({ operand, call }: OfKind<Node, 'filter' | 'test'>, walk: Walk): void {
  walk(operand)
  walkArguments(call.args, walk)
}

function walkFiltered(
  { filters, body }: OfKind<Node, 'filter-block' | 'set-block'>,
  walk: Walk,
): void {
  walkCalls(filters, walk)
  walkAll(body, walk)
}

const walkers: { readonly [K in Node['kind']]: Walker<OfKind<Node, K>> } = {
  attribute: (it, walk) => walk(it.object),
  autoescape: (it, walk) => {
    walk(it.value)
    walkAll(it.body, walk)
  },
  binary: walkBoth,
  block: walkBody,
  break: nothing,
  call: (it, walk) => {
    walk(it.callee)
    walkArguments(it.args, walk)
  },
  'call-block': (it, walk) => {
    walk(it.call)
    walkDefaults(it.parameters, walk)
    walkAll(it.body, walk)
  },
  compare: (it, walk) => {
    walk(it.first)
    for (const { operand } of it.rest) walk(operand)
  },
  concat: (it, walk) => walkAll(it.parts, walk),
  conditional: (it, walk) => {
    walk(it.value)
    walk(it.test)
    walkOptional(it.otherwise, walk)
  },
  continue: nothing,
  dict: (it, walk) => {
    for (const { key, value } of it.entries) {
      walk(key)
      walk(value)
    }
  },
  do: (it, walk) => walk(it.value),
  extends: (it, walk) => walk(it.template),
  failed: nothing,
  filter: walkApplied,
  'filter-block': walkFiltered,
  for: (it, walk) => {
    walk(it.iterable)
    walkOptional(it.condition, walk)
    walkAll(it.body, walk)
    walkAll(it.otherwise, walk)
  },
  'from-import': (it, walk) => walk(it.template),
  if: (it, walk) => {
    for (const { test, body } of it.branches) {
      walk(test)
      walkAll(body, walk)
    }
    walkAll(it.otherwise, walk)
  },
  import: (it, walk) => walk(it.template),
  include: (it, walk) => walk(it.template),
  item: (it, walk) => {
    walk(it.object)
    walk(it.key)
  },
  list: walkItems,
  literal: nothing,
  logical: walkBoth,
  macro: (it, walk) => {
    walkDefaults(it.parameters, walk)
    walkAll(it.body, walk)
  },
  name: nothing,
  output: (it, walk) => walk(it.value),
  set: (it, walk) => walk(it.value),
  'set-block': walkFiltered,
  slice: (it, walk) => {
    walkOptional(it.start, walk)
    walkOptional(it.stop, walk)
    walkOptional(it.step, walk)
  },
  template: walkBody,
  test: walkApplied,
  text: nothing,
  tuple: walkItems,
  unary: (it, walk) => walk(it.operand),
  with: (it, walk) => {
    for (const { value } of it.bindings) walk(value)
    walkAll(it.body, walk)
  },
}

function walkChildren(node: Node, walk: Walk): void {
  // The table has one entry per kind; TypeScript cannot see that it is called with its own.
  const walker = walkers[node.kind] as Walker<Node>
  walker(node, walk)
}
