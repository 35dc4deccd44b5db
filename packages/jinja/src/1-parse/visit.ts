import type { Arguments, Expression, Node, OfKind, Parameter, Statement } from './ast.ts'

export type Visitor = (node: Node) => void | 'skip'

/** Calls the visitor with the node and everything in it, in source order; 'skip' leaves out what is inside. */
export function visit(node: Node, visitor: Visitor): void {
  if (visitor(node) === 'skip') return
  for (const child of children(node)) visit(child, visitor)
}

type Children<N> = (node: N) => readonly Node[]

const NONE: readonly Node[] = []
const none = (): readonly Node[] => NONE

function present(...nodes: (Expression | undefined)[]): Expression[] {
  return nodes.filter((it) => it !== undefined)
}

function ofArguments(args: Arguments): Expression[] {
  const named = args.named.map((it) => it.value)
  return [...args.positional, ...named, ...present(args.spread, args.spreadNamed)]
}

function ofParameters(parameters: readonly Parameter[]): Expression[] {
  return present(...parameters.map((it) => it.default))
}

function ofBodies(...bodies: (readonly Statement[])[]): readonly Node[] {
  return bodies.flat()
}

const childrenOf: { readonly [K in Node['kind']]: Children<OfKind<Node, K>> } = {
  attribute: (it) => [it.object],
  autoescape: (it) => [it.value, ...it.body],
  binary: (it) => [it.left, it.right],
  block: (it) => it.body,
  break: none,
  call: (it) => [it.callee, ...ofArguments(it.args)],
  'call-block': (it) => [it.call, ...ofParameters(it.parameters), ...it.body],
  compare: (it) => [it.first, ...it.rest.map((part) => part.operand)],
  concat: (it) => it.parts,
  conditional: (it) => present(it.value, it.test, it.otherwise),
  continue: none,
  dict: (it) => it.entries.flatMap((entry) => [entry.key, entry.value]),
  do: (it) => [it.value],
  extends: (it) => [it.template],
  failed: none,
  filter: (it) => [it.operand, ...ofArguments(it.call.args)],
  'filter-block': (it) => [...it.filters.flatMap((call) => ofArguments(call.args)), ...it.body],
  for: (it) => [...present(it.iterable, it.condition), ...ofBodies(it.body, it.otherwise)],
  'from-import': (it) => [it.template],
  if: (it) => [...it.branches.flatMap((branch) => [branch.test, ...branch.body]), ...it.otherwise],
  import: (it) => [it.template],
  include: (it) => [it.template],
  item: (it) => [it.object, it.key],
  list: (it) => it.items,
  literal: none,
  logical: (it) => [it.left, it.right],
  macro: (it) => [...ofParameters(it.parameters), ...it.body],
  name: none,
  output: (it) => [it.value],
  set: (it) => [it.value],
  'set-block': (it) => [...it.filters.flatMap((call) => ofArguments(call.args)), ...it.body],
  slice: (it) => present(it.start, it.stop, it.step),
  template: (it) => it.body,
  test: (it) => [it.operand, ...ofArguments(it.call.args)],
  text: none,
  tuple: (it) => it.items,
  unary: (it) => [it.operand],
  with: (it) => [...it.bindings.map((binding) => binding.value), ...it.body],
}

function children(node: Node): readonly Node[] {
  // The table has one entry per kind; TypeScript cannot see that it is called with its own.
  return (childrenOf[node.kind] as Children<Node>)(node)
}
