import { Dict, fromJs, hostFunction, readArguments, toText, Tuple, type Value } from '@btn/jinja'
import { functionConfig, functionMacroName } from './function-config.ts'
import { record } from './record.ts'
import type { RelationValue } from './relation.ts'

/** The fields of dbt's dataclass, as `keys()`, `to_dict()` and their relatives list them. */
function toDict(relation: RelationValue): Dict {
  const { database, schema, identifier, type, include, quote, external } = relation.fields
  return new Dict([
    [
      'path',
      fromJs({
        database: database ?? null,
        schema: schema ?? null,
        identifier: identifier ?? null,
      }),
    ],
    ['type', type ?? null],
    ['quote_character', '"'],
    ['include_policy', fromJs(include)],
    ['quote_policy', fromJs(quote)],
    ['dbt_created', false],
    ['limit', relation.getAttribute('limit') ?? null],
    ['event_time_filter', relation.getAttribute('event_time_filter') ?? null],
    ['require_alias', false],
    ['catalog', null],
    ['renameable_relations', []],
    ['replaceable_relations', []],
    ['external', external ?? null],
  ])
}

/** Texts in which a call of a template finds the name again. */
const members: Readonly<Record<string, (relation: RelationValue) => Value>> = {
  // DuckDB's relations count as neither: they are dropped, or replaced by way of other names.
  can_be_renamed: () => false,
  can_be_replaced: () => false,
  catalog: () => null,
  dbt_created: () => false,
  get_function_config: () => functionConfig,
  get_function_macro_name: () => functionMacroName,
  renameable_relations: () => [],
  replaceable_relations: () => [],
  path: (relation) => {
    const { database, schema, identifier } = relation.fields
    return record('Path', {
      database: database ?? null,
      schema: schema ?? null,
      identifier: identifier ?? null,
    })
  },
  quoted: () =>
    hostFunction('quoted', (args) => {
      const [identifier] = readArguments(args, 'quoted', ['identifier'])
      return `"${toText(identifier ?? null)}"`
    }),
  render_limited: (relation) => hostFunction('render_limited', () => relation.toText()),
  render_event_time_filtered: (relation) =>
    hostFunction('render_event_time_filtered', () => relation.toText()),
  to_dict: (relation) => hostFunction('to_dict', () => toDict(relation)),
  keys: (relation) => hostFunction('keys', () => [...toDict(relation).iterate()]),
  values: (relation) => hostFunction('values', () => entriesOf(relation).map(([, value]) => value)),
  items: (relation) =>
    hostFunction('items', () => entriesOf(relation).map((pair) => new Tuple(pair))),
  replace: (relation) =>
    hostFunction('replace', (args) => {
      const type = args.named.get('type')
      return type === undefined
        ? relation
        : relation.with({ type: type === null ? undefined : toText(type) })
    }),
}

function entriesOf(relation: RelationValue): [Value, Value][] {
  const dict = toDict(relation)
  return [...dict.iterate()].map((key) => [key, dict.getItem(key) ?? null])
}

/** Attributes of a relation that few templates ask for. */
export function findMore(relation: RelationValue, name: string): Value | undefined {
  return Object.hasOwn(members, name) ? members[name]?.(relation) : undefined
}
