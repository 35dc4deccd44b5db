import { fromJs, toText, type Value } from '@btn/jinja'
import { renderEventTime, renderLimited } from './relation-filter.ts'
import { readFlags, readPart, RELATION_PARTS, type RelationPart } from './relation-parts.ts'
import type { RelationValue } from './relation.ts'

type Method = (relation: RelationValue, args: readonly (Value | undefined)[]) => Value

interface MethodEntry {
  readonly parameters: readonly string[]
  readonly call: Method
}

const PART_FLAGS = RELATION_PARTS.map((part) => `${part}?`)

function withPath(relation: RelationValue, args: readonly (Value | undefined)[]): RelationValue {
  const fields: { -readonly [P in RelationPart]?: string | undefined } = {}
  RELATION_PARTS.forEach((part, index) => {
    const value = args[index]
    if (value !== undefined) fields[part] = readPart(value)
  })
  return relation.with(fields)
}

function incorporate(relation: RelationValue, args: readonly (Value | undefined)[]): RelationValue {
  const [path, type] = args
  let next = relation
  if (path && typeof path === 'object' && 'getItem' in path) {
    const parts = RELATION_PARTS.map((part) => path.getItem?.(part))
    next = withPath(next, parts)
  }
  return type === undefined ? next : next.with({ type: readPart(type) })
}

/** As dbt: true when every given part is the same; case counts. */
function matches(relation: RelationValue, args: readonly (Value | undefined)[]): boolean {
  return RELATION_PARTS.every((part, index) => {
    const wanted = readPart(args[index])
    return wanted === undefined || wanted === relation.fields[part]
  })
}

function informationSchema(relation: RelationValue, view: Value | undefined): RelationValue {
  const name = readPart(view)
  return relation.with({
    schema: 'INFORMATION_SCHEMA',
    identifier: name,
    type: undefined,
    quote: { database: true, schema: false, identifier: false },
    include: { database: true, schema: true, identifier: name !== undefined },
  })
}

/** What a relation can be asked to do. */
export const relationMethods: ReadonlyMap<string, MethodEntry> = new Map<string, MethodEntry>([
  [
    'render',
    { parameters: [], call: (relation) => relation.fields.whole?.sql ?? relation.render() },
  ],
  [
    'render_limited',
    {
      parameters: [],
      call: (relation) => renderLimited(relation.render(), relation.fields.filter),
    },
  ],
  [
    'render_event_time_filtered',
    {
      parameters: ['rendered?'],
      call: (relation, [sql]) =>
        renderEventTime(readPart(sql) || relation.render(), relation.fields.filter),
    },
  ],
  [
    'include',
    {
      parameters: PART_FLAGS,
      call: (relation, args) =>
        relation.with({ include: readFlags(args, relation.fields.include) }),
    },
  ],
  [
    'quote',
    {
      parameters: PART_FLAGS,
      call: (relation, args) => relation.with({ quote: readFlags(args, relation.fields.quote) }),
    },
  ],
  ['replace_path', { parameters: PART_FLAGS, call: withPath }],
  ['incorporate', { parameters: ['path?', 'type?', '**rest'], call: incorporate }],
  ['matches', { parameters: PART_FLAGS, call: matches }],
  [
    'without_identifier',
    {
      parameters: [],
      call: (relation) =>
        relation.with({
          identifier: undefined,
          include: { ...relation.fields.include, identifier: false },
        }),
    },
  ],
  [
    'information_schema',
    { parameters: ['view_name?'], call: (relation, [view]) => informationSchema(relation, view) },
  ],
  [
    'information_schema_only',
    { parameters: [], call: (relation) => informationSchema(relation, undefined) },
  ],
  [
    'get',
    {
      parameters: ['key', 'default?'],
      call: (relation, [key, otherwise]) => {
        const name = toText(key ?? null)
        if (name === 'metadata') return fromJs({ type: 'Relation' })
        return relation.getAttribute(name) ?? otherwise ?? null
      },
    },
  ],
])
