import { quotePart } from '../../names/quote-part.ts'
import type { Dialect, Relation } from '@btn/adapter'
import { findMore } from './relation-more.ts'
import {
  fromJs,
  hostFunction,
  readArguments,
  toText,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { noFilter, renderFiltered, type RelationFilter } from './relation-filter.ts'
import { relationMethods } from './relation-methods.ts'
import { everything, readFlags, readPart, RELATION_PARTS, type Flags } from './relation-parts.ts'
import { momentAt } from '../python/moment.ts'
import { record } from './record.ts'

export interface RelationFields {
  readonly database: string | undefined
  readonly schema: string | undefined
  readonly identifier: string | undefined
  readonly type: string | undefined
  readonly include: Flags
  readonly quote: Flags
  /** Replaces the whole text: a file, a function call, the name of a CTE. */
  readonly external: string | undefined
  readonly filter: RelationFilter
  /** Of a relation that stands for a part: SQL of the whole, and whether that is what the name means here. */
  readonly whole: { readonly sql: string; readonly isShown: boolean } | undefined
}

const noFields: RelationFields = {
  database: undefined,
  schema: undefined,
  identifier: undefined,
  type: undefined,
  include: everything,
  quote: everything,
  external: undefined,
  filter: noFilter,
  whole: undefined,
}

const TYPES: Readonly<Record<string, string>> = {
  Table: 'table',
  View: 'view',
  CTE: 'cte',
  External: 'external',
  MaterializedView: 'materialized_view',
  PointerTable: 'pointer_table',
  Function: 'function',
}

/** dbt's `Relation` as templates see it: an immutable name that prints as SQL. */
export class RelationValue implements HostObject {
  readonly typeName = 'Relation'
  readonly isMapping = true
  readonly fields: RelationFields
  readonly #dialect: Dialect

  constructor(dialect: Dialect, fields: Partial<RelationFields>) {
    this.#dialect = dialect
    this.fields = { ...noFields, ...fields }
  }

  /** The relation as the adapter takes it; missing parts become empty. */
  toRelation(): Relation {
    const { database, schema, identifier, type } = this.fields
    return {
      database: database ?? '',
      schema: schema ?? '',
      name: identifier ?? '',
      ...((type === 'table' || type === 'view') && { type }),
    }
  }

  with(fields: Partial<RelationFields>): RelationValue {
    return new RelationValue(this.#dialect, { ...this.fields, ...fields })
  }

  render(): string {
    const { external, include, quote } = this.fields
    if (external !== undefined) return external
    const parts: string[] = []
    for (const part of RELATION_PARTS) {
      const text = this.fields[part]
      if (text === undefined || !include[part]) continue
      parts.push(quote[part] ? quotePart(this.#dialect, text) : text)
    }
    return parts.join('.')
  }

  toText(): string {
    const { whole } = this.fields
    const text = whole?.isShown ? whole.sql : this.render()
    return this.fields.type === 'function' ? text : renderFiltered(text, this.fields.filter)
  }

  toRepr(): string {
    return `<DuckDBRelation ${this.toText()}>`
  }

  hashKey(): string {
    return `relation:${this.render()}`
  }

  equals(other: Value): boolean {
    return other instanceof RelationValue && other.render() === this.render()
  }

  getItem(key: Value): Value | undefined {
    return this.getAttribute(toText(key))
  }

  getAttribute(name: string): Value | undefined {
    const { identifier, type, include, quote } = this.fields
    const constant = TYPES[name]
    if (constant !== undefined) return constant
    if (name.startsWith('is_')) return this.#isOfType(name.slice(3))
    switch (name) {
      case 'database':
      case 'schema':
      case 'identifier':
        return this.fields[name] ?? null
      case 'name':
      case 'table':
        return identifier ?? null
      case 'type':
        return type ?? null
      case 'include_policy':
        return fromJs(include)
      case 'quote_policy':
        return fromJs(quote)
      case 'limit':
        return this.fields.filter.limit ?? null
      case 'event_time_filter':
        return eventTimeRecord(this.fields.filter)
      case 'require_alias':
        return false
      case 'external':
        return this.fields.external ?? null
      case 'quote_character':
        return '"'
      default:
        return this.#findMethod(name) ?? findMore(this, name) ?? this.#ofClass(name)
    }
  }

  attributeNames(): Iterable<string> {
    return [
      ...RELATION_PARTS,
      'name',
      'table',
      'type',
      'is_table',
      'is_view',
      ...relationMethods.keys(),
    ]
  }

  #isOfType(type: string): Value | undefined {
    const known = ['table', 'view', 'cte', 'materialized_view', 'pointer', 'function', 'external']
    if (!known.includes(type)) return undefined
    return this.fields.type === (type === 'pointer' ? 'pointer_table' : type)
  }

  /** In Python what a class has, its instances have. */
  #ofClass(name: string): Value | undefined {
    return relationClass(this.#dialect).getAttribute?.(name)
  }

  #findMethod(name: string): Value | undefined {
    const method = relationMethods.get(name)
    if (!method) return undefined
    return hostFunction(name, (args) =>
      method.call(this, readArguments(args, name, method.parameters)),
    )
  }
}

function eventTimeRecord({ eventTime }: RelationFilter): Value {
  if (!eventTime) return null
  const { field, interval } = eventTime
  return record('EventTimeFilter', {
    field_name: field,
    start: momentAt(interval.start),
    end: momentAt(interval.end),
  })
}

/** `relation.get_relation_type.View`, and `relation.get_relation_type('view')` */
const relationTypes: Value = {
  ...record('RelationType', TYPES),
  call: (args) => args.positional[0] ?? null,
}

/** `create_from(config, node)`: the relation of a node's dict. */
function createFrom(dialect: Dialect, quote: Flags): Value {
  return hostFunction('create_from', (args) => {
    const node =
      args.named.get('relation_config') ?? args.named.get('source') ?? args.positional[1] ?? null
    const part = (name: string): string | undefined =>
      typeof node === 'object' && node !== null && 'getItem' in node
        ? readPart(node.getItem?.(name))
        : undefined
    return new RelationValue(dialect, {
      database: part('database'),
      schema: part('schema'),
      identifier: part('identifier') ?? part('alias') ?? part('name'),
      type: readPart(args.named.get('type')),
      quote,
    })
  })
}

/** `api.Relation`: the class, whose `create` makes new ones. */
export function relationClass(dialect: Dialect, defaultQuote: Flags = everything): HostObject {
  const create = hostFunction('create', (args) => {
    const [database, schema, identifier, type, quotePolicy, limit] = readArguments(args, 'create', [
      'database?',
      'schema?',
      'identifier?',
      'type?',
      'quote_policy?',
      'limit?',
      '**rest',
    ])
    const quote = RELATION_PARTS.map((part) =>
      quotePolicy && typeof quotePolicy === 'object' && 'getItem' in quotePolicy
        ? quotePolicy.getItem?.(part)
        : undefined,
    )
    return new RelationValue(dialect, {
      database: readPart(database),
      schema: readPart(schema),
      identifier: readPart(identifier),
      type: readPart(type),
      quote: readFlags(quote, defaultQuote),
      filter: { ...noFilter, limit: typeof limit === 'number' ? limit : undefined },
    })
  })
  const prefix = hostFunction('add_ephemeral_prefix', (args) => {
    const [name] = readArguments(args, 'add_ephemeral_prefix', ['name'])
    return `__dbt__cte__${toText(name ?? null)}`
  })
  const scdArgs = hostFunction('scd_args', (args) => {
    const [key, updatedAt] = readArguments(args, 'scd_args', ['primary_key', 'updated_at'])
    return [...(Array.isArray(key) ? key : [key ?? null]), updatedAt ?? null]
  })
  const attributes = new Map<string, Value>([
    ['create', create],
    ['scd_args', scdArgs],
    ['add_ephemeral_prefix', prefix],
    ['create_from', createFrom(dialect, defaultQuote)],
    ['create_from_source', createFrom(dialect, defaultQuote)],
    ['get_relation_type', relationTypes],
    [
      'get_default_quote_policy',
      hostFunction('get_default_quote_policy', () => fromJs(everything)),
    ],
    [
      'get_default_include_policy',
      hostFunction('get_default_include_policy', () => fromJs(everything)),
    ],
    ...Object.entries(TYPES),
  ])
  return {
    typeName: 'type',
    getAttribute: (name) => attributes.get(name),
    attributeNames: () => attributes.keys(),
  }
}
