import type { DeferredRelation, Node } from '../types/index.ts'
import type { Context, RunMode } from './context.ts'
import { relationOf } from './relations.ts'
import type { Awaitable } from './runtime.ts'
import type { RelationValue } from './values/relation.ts'

/** What `ref()` gives for a node: its relation, or the one of an earlier run where `--defer` asks for it. */
export function deferIfMissing(
  context: Context,
  mode: RunMode,
  node: Node,
): Awaitable<RelationValue> {
  const own = relationOf(context, node)
  const { deferral, selected } = mode.linked
  const deferred = deferral?.redirects ? deferral.relations.get(node.id) : undefined
  if (!deferral || !deferred) return own
  const other = (): RelationValue => deferredRelation(context, node, deferred)
  if (deferral.favorsState && !selected.includes(node.id)) return other()
  const found = mode.session.relations.find(own.toRelation())
  return found instanceof Promise ? found.then((it) => (it ? own : other())) : found ? own : other()
}

/** Where an earlier run left what the node of a context makes. */
export function deferredOf({ mode, subject }: Context): DeferredRelation | undefined {
  return mode.kind === 'run' ? mode.linked.deferral?.relations.get(subject.id) : undefined
}

/** The relation of a node in an earlier run, with everything else that is known of the node. */
export function deferredRelation(
  context: Context,
  node: Node,
  { database, schema, alias }: DeferredRelation,
): RelationValue {
  // A node's code is read when somebody asks: it is inherited, not copied.
  const elsewhere: Node = Object.create(node, {
    database: { value: database },
    schema: { value: schema },
    alias: { value: alias },
  })
  return relationOf(context, elsewhere)
}
