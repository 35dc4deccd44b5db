import {
  callValue,
  hostFunction,
  raise,
  Tuple,
  type CallArguments,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { dataTypeValue, type AgateType } from './data-type.ts'
import { mergeSet, printSet, writeSet } from './methods/set.ts'
import { sequence } from './sequence.ts'
import type { AgateTable } from './table.ts'

export type TableOrSet = AgateTable | TableSet

/** Done to each table of a set. */
const PROXIED: readonly string[] = [
  ...[
    'bins',
    'denormalize',
    'distinct',
    'exclude',
    'find',
    'group_by',
    'homogenize',
    'join',
    'limit',
  ],
  ...['normalize', 'order_by', 'pivot', 'select', 'where'],
]

/** What `group_by` gives: tables by the value that their rows have in common. */
export class TableSet implements HostObject {
  readonly typeName = 'TableSet'
  readonly tables: readonly TableOrSet[]
  readonly keys: readonly Value[]
  readonly keyName: string
  readonly keyType: AgateType
  readonly #sequence: HostObject

  constructor(
    tables: readonly TableOrSet[],
    keys: readonly Value[],
    { name, type }: { readonly name: string; readonly type: AgateType },
  ) {
    this.tables = tables
    this.keys = keys
    this.keyName = name
    this.keyType = type
    this.#sequence = sequence({
      typeName: this.typeName,
      names: () => keys,
      values: () => tables,
      more: (attribute) => this.#find(attribute),
    })
  }

  /** One of the tables: all have the same columns. */
  get sample(): AgateTable {
    const [first] = this.tables
    if (!first) return raise('IndexError', 'the set has no tables')
    return first instanceof TableSet ? first.sample : first
  }

  getAttribute(name: string): Value | undefined {
    return this.#sequence.getAttribute?.(name)
  }

  getItem(key: Value): Value | undefined {
    return this.#sequence.getItem?.(key)
  }

  iterate(): Iterable<Value> {
    return this.tables
  }

  size(): number {
    return this.tables.length
  }

  #find(name: string): Value | undefined {
    if (name === 'key_name') return this.keyName
    if (name === 'key_type') return dataTypeValue(this.keyType)
    if (name === 'column_names' || name === 'column_types') return this.sample.getAttribute(name)
    if (name === 'merge') return hostFunction(name, (args) => mergeSet(this, args))
    if (name === 'print_structure') return hostFunction(name, (args) => printSet(this, args))
    if (name === 'to_csv' || name === 'to_json')
      return hostFunction(name, (args) => writeSet(this, name, args))
    if (name === 'aggregate' || name === 'compute' || name === 'having')
      return hostFunction(name, () =>
        raise('NotImplementedError', `${name}() of query results is not supported: do it in SQL`),
      )
    return PROXIED.includes(name) ? hostFunction(name, (args) => this.#each(name, args)) : undefined
  }

  async #each(name: string, args: CallArguments): Promise<Value> {
    const results: Value[] = []
    for (const table of this.tables)
      results.push(await callValue(table.getAttribute(name) ?? null, args))
    const isWhole = results.every((it) => isTableOrSet(it))
    if (!isWhole) return new Tuple(results)
    return new TableSet(results.filter(isTableOrSet), this.keys, {
      name: this.keyName,
      type: this.keyType,
    })
  }
}

function isTableOrSet(value: Value): value is TableOrSet {
  return (
    value instanceof TableSet ||
    (typeof value === 'object' && value !== null && 'toMatrix' in value)
  )
}
