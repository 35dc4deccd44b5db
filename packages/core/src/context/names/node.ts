import { fromJs, hostFunction, raise, readArguments, toText, type Value } from '@btn/jinja'
import type { Context, NameBuilder } from '../context.ts'
import { pieceId } from '../../intervals/index.ts'
import { momentAt } from '../python/moment.ts'
import { deferredOf, deferredRelation } from '../defer.ts'
import { subjectRelation } from '../relations.ts'
import { columnClass } from '../values/column.ts'
import { lazyRecord, record } from '../values/record.ts'
import { relationClass } from '../values/relation.ts'

/** `this`: where the node itself is stored. */
export const self: NameBuilder = (context) => subjectRelation(context)

/** `model`: the node as dbt's manifest has it, with its compiled code once there is one. */
export const model: NameBuilder = (context) => {
  const deferred = deferredOf(context)
  const compiled = context.mode.kind === 'run' ? context.mode.compiled?.text : undefined
  const json = {
    ...context.subject.toJson(compiled === undefined ? undefined : { compiledCode: compiled }),
    ...(deferred && { defer_relation: deferred.json }),
    ...batchOf(context),
  }
  if (compiled === undefined) return fromJs(json)
  return fromJs({ ...json, compiled: true, compiled_code: compiled, compiled_sql: compiled })
}

/** `model.batch`: only there for microbatch models while they are built. */
function batchOf({ mode, subject }: Context): Readonly<Record<string, Value>> {
  if (subject.kind !== 'model') return {}
  const batch = mode.kind === 'run' ? mode.batch : undefined
  if (!batch) return {}
  const { interval, grain } = batch
  return {
    batch: fromJs({
      id: pieceId(interval.start, grain),
      event_time_start: momentAt(interval.start),
      event_time_end: momentAt(interval.end),
    }),
  }
}

/** `sql` and `compiled_code`: null until the node is compiled. */
export const compiledCode: NameBuilder = (context) =>
  context.mode.kind === 'run' ? (context.mode.compiled ?? null) : null

/** `defer_relation`: where an earlier run left what the node makes. */
export const deferRelation: NameBuilder = (context) => {
  const deferred = deferredOf(context)
  const { mode } = context
  return deferred && mode.kind === 'run' ? deferredRelation(context, mode.node, deferred) : null
}

/** `graph`: every node, as dbt's manifest has them. */
export const graph: NameBuilder = (context) =>
  context.mode.kind === 'run' ? context.mode.linked.graph : fromJs(emptyGraph)

const emptyGraph = {
  exposures: {},
  functions: {},
  groups: {},
  metrics: {},
  nodes: {},
  sources: {},
  semantic_models: {},
  saved_queries: {},
  unit_tests: {},
}

export const api: NameBuilder = (context) => {
  const { dialect, typeRules, quoting } = context.invocation
  return record('Api', {
    Relation: relationClass(dialect, quoting),
    Column: columnClass(typeRules, (name) => dialect.quote(name)),
  })
}

export const column: NameBuilder = (context) => {
  const { dialect, typeRules } = context.invocation
  return columnClass(typeRules, (name) => dialect.quote(name))
}

export const selectedResources: NameBuilder = (context) =>
  context.mode.kind === 'run' ? [...context.mode.linked.selected] : []

/** `doc('block')` or `doc('package', 'block')` */
export const doc: NameBuilder = (context) =>
  hostFunction('doc', (args) => {
    const [first, second] = readArguments(args, 'doc', ['first', 'second?'])
    if (context.mode.kind === 'parse') return ''
    const name = toText(second ?? first ?? null)
    const packageName = second === undefined ? context.subject.packageName : toText(first ?? null)
    const found = context.mode.linked.findDoc(packageName, name)
    return found ?? raise('CompilationError', `no docs block is called "${name}"`)
  })

/** Hooks of the node, for a materialization: dicts with `sql`, `transaction` and `index`. */
export function hooksOf(key: 'pre-hook' | 'post-hook'): NameBuilder {
  return (context) =>
    context.mode.kind === 'run' ? fromJs(context.mode.node.config[key] ?? []) : []
}

/** `_sql_results`: what `statement` and `store_result` kept, by name. */
export const storedResults: NameBuilder = ({ mode }) =>
  mode.kind === 'run'
    ? fromMap(() => new Map([...mode.stored].map(([name, { value }]) => [name, value])))
    : fromJs({})

function fromMap(read: () => ReadonlyMap<string, Value>): Value {
  return { ...lazyRecord('dict', read().keys(), (name) => read().get(name)) }
}

/** `otel_trace_id()` and its like: zeros, as in dbt when nothing is traced. */
export function noTrace(name: string, length: number): NameBuilder {
  return () => hostFunction(name, () => '0'.repeat(length))
}

export const defaultDatabase: NameBuilder = ({ subject }) =>
  subject.unnamed?.includes('database') ? null : subject.database
export const defaultSchema: NameBuilder = ({ subject }) =>
  subject.unnamed?.includes('schema') ? null : subject.schema
