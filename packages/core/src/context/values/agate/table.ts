import type { SqlTable, SqlValue } from '@btn/adapter'
import { hostFunction, toText, Tuple, type HostObject, type Value } from '@btn/jinja'
import { toValue } from '../sql-value.ts'
import { compareOne } from './compare.ts'
import { dataTypeValue, toAgateType, toSqlType, type AgateType } from './data-type.ts'
import type { Drawing } from './draw.ts'
import { sequence } from './sequence.ts'
import { findTableMethod, structureText, tableMethods } from './table-methods.ts'

type Print = (text: string) => void

/** What `run_query` gives: rows and columns by position and by name, as agate's tables have them. */
export class AgateTable implements HostObject {
  readonly typeName = 'Table'
  readonly table: SqlTable
  readonly #print: Print | undefined
  readonly #cells = new Map<SqlValue, Value>()
  #rows: readonly AgateRow[] | undefined

  /** `print`: where `print_table()` and its relatives write. */
  constructor(table: SqlTable, print?: Print) {
    this.table = table
    this.#print = print
  }

  get names(): string[] {
    return this.table.columns.map((column) => column.name)
  }

  get rows(): readonly AgateRow[] {
    this.#rows ??= this.table.rows.map((row) =>
      rowOf(
        this.names,
        row.map((cell) => this.#toCell(cell)),
      ),
    )
    return this.#rows
  }

  /** Another table that prints where this one does. */
  derive(table: SqlTable): AgateTable {
    return new AgateTable(table, this.#print)
  }

  print(text: string): null {
    this.#print?.(text)
    return null
  }

  values(index: number): readonly Value[] {
    return this.rows.map((row) => row.cells[index] ?? null)
  }

  typeAt(index: number): AgateType {
    return toAgateType(this.table.columns[index]?.type ?? '', this.values(index))
  }

  /** The type that a column would have in a new table. */
  sqlTypeAt(index: number): string {
    return toSqlType(this.typeAt(index), this.values(index))
  }

  drawing(): Drawing {
    const { names } = this
    return {
      names,
      types: names.map((_, at) => this.typeAt(at)),
      rows: this.rows.map(({ cells }) => cells),
    }
  }

  /** `load_result(…).data`: the rows as lists. */
  toMatrix(): Value[] {
    return this.rows.map((row) => [...row.cells])
  }

  getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'columns':
        return sequence({
          typeName: 'MappedSequence',
          names: () => this.names,
          values: () => this.names.map((_, index) => this.#column(index)),
        })
      case 'column_names':
        return new Tuple([...this.names])
      case 'column_types':
        return new Tuple(this.names.map((_, index) => dataTypeValue(this.typeAt(index))))
      case 'rows':
        return sequence({
          typeName: 'MappedSequence',
          names: () => undefined,
          values: () => this.rows,
        })
      case 'row_names':
        return null
      default:
        return findTableMethod(this, name)
    }
  }

  attributeNames(): Iterable<string> {
    return ['columns', 'column_names', 'column_types', 'rows', ...Object.keys(tableMethods)]
  }

  size(): number {
    return this.table.rows.length
  }

  isTruthy(): boolean {
    return this.table.rows.length > 0
  }

  iterate(): Iterable<Value> {
    return this.rows
  }

  getItem(key: Value): Value | undefined {
    if (typeof key === 'number') return this.rows.at(key)
    const index = this.names.indexOf(toText(key))
    return index < 0 ? undefined : this.#column(index)
  }

  /** As agate: the columns with their types. */
  toText(): string {
    return `${structureText(this)}\n`
  }

  /** One column: its name, and its values in the order of rows. */
  #column(index: number): Value {
    const name = this.names[index] ?? ''
    const some = (): Value[] => this.values(index).filter((value) => value !== null)
    const methods: Readonly<Record<string, () => Value[]>> = {
      values_distinct: () => [
        ...new Map(this.values(index).map((it) => [toText(it), it])).values(),
      ],
      values_sorted: () => [...this.values(index)].sort(compareOne),
      values_without_nulls: some,
      values_without_nulls_sorted: () => some().sort(compareOne),
    }
    return sequence({
      typeName: 'Column',
      names: () => undefined,
      values: () => this.values(index),
      more: (attribute) => {
        if (attribute === 'name') return name
        if (attribute === 'index') return index
        if (attribute === 'data_type') return dataTypeValue(this.typeAt(index))
        const method = Object.hasOwn(methods, attribute) ? methods[attribute] : undefined
        if (!method) return undefined
        // agate gives tuples, but what it sorts are lists.
        return hostFunction(attribute, () =>
          attribute.endsWith('sorted') ? method() : new Tuple(method()),
        )
      },
    })
  }

  #toCell(cell: SqlValue): Value {
    // Values repeat often in results; strings and small numbers need no conversion at all.
    if (typeof cell !== 'object' || cell === null) return toValue(cell)
    const known = this.#cells.get(cell)
    if (known !== undefined) return known
    const value = toValue(cell)
    this.#cells.set(cell, value)
    return value
  }
}

/** One row: by position, by column name, as a sequence. */
export interface AgateRow extends HostObject {
  readonly cells: readonly Value[]
}

function rowOf(names: readonly string[], cells: readonly Value[]): AgateRow {
  const row = sequence({ typeName: 'Row', names: () => names, values: () => cells })
  // A row's columns are attributes, too, as Jinja looks for items where there is no attribute.
  return { ...row, cells }
}
