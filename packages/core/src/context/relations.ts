import type { Span } from '@btn/diagnostics'
import type { CallArguments } from '@btn/jinja'
import type { Caller, Json, Model, Node, Place } from '../types/index.ts'
import { isDescribed } from '../described/is-described.ts'
import { isObject } from '../types/json.ts'
import { CTE_PREFIX } from '../names/cte-prefix.ts'
import type { Context, RunMode } from './context.ts'
import { filterOf, isOfDays } from './event-time.ts'
import { findExternalLocation } from './external-location.ts'
import { noFilter } from './values/relation-filter.ts'
import { wholeText } from '../publish/index.ts'
import { RelationValue, type RelationFields } from './values/relation.ts'

/** So many calls are kept of a deep stack. */
const MAX_CALLERS = 16

export function placeOf(span: Span): Place {
  return { file: span.source.path, start: span.start, end: span.end }
}

/** The calls of macros that led to a call, innermost first; nothing when the template itself made it. */
export function callersOf({ frame }: CallArguments): { readonly callers?: readonly Caller[] } {
  const callers: Caller[] = []
  for (let it = frame; it && callers.length < MAX_CALLERS; it = it.parent) {
    callers.push({ name: it.name, place: placeOf(it.callSite) })
  }
  return callers.length === 0 ? {} : { callers }
}

/** What stands for any relation while a template is parsed, and `this` at any time. */
export function subjectRelation(context: Context): RelationValue {
  const { subject, invocation, mode } = context
  if (mode.kind === 'run' && mode.node.kind === 'source') return relationOf(context, mode.node)
  const config = mode.kind === 'run' ? mode.node.config : {}
  return new RelationValue(invocation.dialect, {
    database: subject.database,
    schema: subject.schema,
    identifier: subject.alias,
    quote: quotePolicy(context, config['quoting']),
  })
}

/** The relation of a node: a source's may be a file. */
export function relationOf(context: Context, node: Node): RelationValue {
  if (node.kind === 'unit_test' || node.kind === 'report' || isDescribed(node))
    throw new Error(`${node.id} is no relation`)
  const filter = filterOf(context, node)
  if (node.kind === 'source') {
    return new RelationValue(context.invocation.dialect, {
      database: node.database,
      schema: node.schema,
      identifier: node.identifier,
      quote: ownQuoting(everything, node.quoting),
      external: readsTables(context) ? undefined : findExternalLocation(node),
      filter,
    })
  }
  return new RelationValue(context.invocation.dialect, {
    database: node.database,
    schema: node.schema,
    identifier: node.alias,
    quote: quotePolicy(context, node.config['quoting']),
    filter,
    whole: wholeOf(context, node),
  })
}

function readsTables({ mode }: Context): boolean {
  return mode.kind === 'run' && mode.linked.readsTables
}

/** All days of a model of which the run builds one: what `.render()` gives, and what reads it without having days itself. */
function wholeOf({ mode }: Context, node: Node): RelationFields['whole'] {
  if (mode.kind !== 'run' || !mode.linked.staging) return undefined
  const { nodes, existing, day } = mode.linked.staging
  const staged = nodes.get(node.id)
  if (!staged?.partition || !existing.has(node.id)) return undefined
  const isOfDay = mode.node.kind === 'test' || isOfDays(mode.node)
  return { sql: wholeText(staged, day), isShown: !isOfDay }
}

/** An ephemeral model as the query that names it sees it; it is noted, to be put in front. */
export function cteOf(context: Context, mode: RunMode, model: Model): RelationValue {
  if (!mode.ephemerals.includes(model.id)) mode.ephemerals.push(model.id)
  const madeUp = mode.cteNames?.get(model.id)
  const relation = relationOf(context, model)
  const external = `${CTE_PREFIX}${madeUp ?? model.alias}`
  // Rows that a unit test makes up are read in full, whatever `--empty` says.
  return relation.with({
    external,
    type: 'cte',
    ...(madeUp !== undefined && { filter: noFilter }),
  })
}

type Quoting = Context['invocation']['quoting']

/** A source is somebody else's: the project's own quoting does not hold for it. */
const everything: Quoting = { database: true, schema: true, identifier: true }

function quotePolicy(context: Context, own: Json | undefined): Quoting {
  return ownQuoting(context.invocation.quoting, own)
}

function ownQuoting(base: Quoting, own: Json | undefined): Quoting {
  if (!isObject(own)) return base
  const policy = { ...base }
  for (const part of ['database', 'schema', 'identifier'] as const) {
    const value = own[part]
    if (typeof value === 'boolean') policy[part] = value
  }
  return policy
}
