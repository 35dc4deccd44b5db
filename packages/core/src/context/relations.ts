import type { Span } from '@btn/diagnostics'
import type { CallArguments } from '@btn/jinja'
import type { Caller, JsonObject, Model, NamePart, Node, Place } from '../types/index.ts'
import { isDescribed } from '../described/is-described.ts'
import { CTE_PREFIX } from '../names/cte-prefix.ts'
import type { Context, RunMode, Subject } from './context.ts'
import { filterOf, isOfDays } from './event-time.ts'
import { findExternalLocation } from './external-location.ts'
import { noFilter } from './values/relation-filter.ts'
import { wholeText } from '../publish/staging.ts'
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
  return new RelationValue(invocation.dialect, {
    ...namesOf(subject),
    quote: invocation.quoting,
  })
}

/** The parts of a relation's name; where the project gave none, the part is not there. */
function namesOf(named: Pick<Subject, NamePart | 'unnamed'>) {
  const part = (it: NamePart): string | undefined =>
    named.unnamed?.includes(it) ? undefined : named[it]
  return { database: part('database'), schema: part('schema'), identifier: part('alias') }
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
      quote: quotingOf(node.quoting),
      external: readsTables(context) ? undefined : findExternalLocation(node),
      filter,
    })
  }
  return new RelationValue(context.invocation.dialect, {
    ...namesOf(node),
    quote: context.invocation.quoting,
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

function quotingOf(own: JsonObject): Quoting {
  const policy = { ...everything }
  for (const part of ['database', 'schema', 'identifier'] as const) {
    const value = own[part]
    if (typeof value === 'boolean') policy[part] = value
  }
  return policy
}
