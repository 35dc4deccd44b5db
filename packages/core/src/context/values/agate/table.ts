import type { SqlTable, SqlValue } from '@btn/adapter'
import { raise, Slice, sliceOf, toText, Tuple, type HostObject, type Value } from '@btn/jinja'
import { toValue } from '../sql-value.ts'
import { columnValue } from './column.ts'
import { toSqlTable, uniqueNames, type TableColumn, type TableContent } from './content.ts'
import { dataTypeValue, toAgateType, toSqlType, type AgateType } from './data-type.ts'
import { findTableMethod, tableMethodNames } from './methods/index.ts'
import { structureText } from './methods/print.ts'
import { sequence } from './sequence.ts'

type Print = (text: string) => void

/** What `run_query` gives: rows and columns by position and by name, as agate's tables have them. */
export class AgateTable implements HostObject {
  readonly typeName = 'Table'
  readonly names: readonly string[]
  readonly rowNames: readonly Value[] | undefined
  readonly #source: SqlTable | TableContent
  readonly #print: Print | undefined
  readonly #types = new Map<number, AgateType>()
  #rows: readonly AgateRow[] | undefined

  /** `print`: where `print_table()` and its relatives write. */
  constructor(source: SqlTable | TableContent, print?: Print) {
    this.#source = source
    this.#print = print
    this.names = uniqueNames(source.columns.map(({ name }) => name))
    this.rowNames = isContent(source) ? source.rowNames : undefined
  }

  /** With SQL's types. */
  get table(): SqlTable {
    return isContent(this.#source) ? toSqlTable(this.#source) : this.#source
  }

  get rows(): readonly AgateRow[] {
    this.#rows ??= this.#readRows().map((cells) => rowOf(this.names, cells))
    return this.#rows
  }

  get columns(): readonly TableColumn[] {
    return this.names.map((name, index) => ({ name, type: this.typeAt(index) }))
  }

  /** Another table that prints where this one does. */
  derive(content: Omit<TableContent, 'kind'>): AgateTable {
    const isCounted = content.rowNames?.some((it) => typeof it === 'number') ?? false
    if (isCounted)
      raise('ValueError', 'whole numbers cannot name the rows of a table: make the key text')
    return new AgateTable({ kind: 'content', ...content }, this.#print)
  }

  /** This table with fewer rows, or in another order. */
  withRows(indexes: readonly number[]): AgateTable {
    const { columns, rows, rowNames } = this
    return this.derive({
      columns,
      rows: indexes.map((index) => rows[index]?.cells ?? []),
      rowNames: rowNames && indexes.map((index) => rowNames[index] ?? null),
    })
  }

  print(text: string): null {
    this.#print?.(text)
    return null
  }

  values(index: number): readonly Value[] {
    return this.rows.map((row) => row.cells[index] ?? null)
  }

  typeAt(index: number): AgateType {
    const known = this.#types.get(index) ?? this.#findType(index)
    this.#types.set(index, known)
    return known
  }

  /** The type that a column would have in a new table. */
  sqlTypeAt(index: number): string {
    return toSqlType(this.typeAt(index), this.values(index))
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
          values: () => this.names.map((_, index) => columnValue(this, index)),
        })
      case 'column_names':
        return new Tuple([...this.names])
      case 'column_types':
        return new Tuple(this.names.map((_, index) => dataTypeValue(this.typeAt(index))))
      case 'rows':
        return sequence({
          typeName: 'MappedSequence',
          names: () => this.rowNames,
          values: () => this.rows,
        })
      case 'row_names':
        return this.rowNames ? new Tuple(this.rowNames) : null
      default:
        return findTableMethod(this, name)
    }
  }

  attributeNames(): Iterable<string> {
    return ['columns', 'column_names', 'column_types', 'rows', 'row_names', ...tableMethodNames]
  }

  size(): number {
    return this.#source.rows.length
  }

  isTruthy(): boolean {
    return this.size() > 0
  }

  iterate(): Iterable<Value> {
    return this.rows
  }

  /** Rows, by position or by the name that a pivoted table gives them. */
  getItem(key: Value): Value | undefined {
    if (key instanceof Slice) return new Tuple(sliceOf(this.rows, key))
    if (typeof key === 'number') return this.rows.at(key)
    const index = this.rowNames?.findIndex((name) => toText(name) === toText(key)) ?? -1
    return index < 0 ? undefined : this.rows[index]
  }

  /** As agate: the columns with their types. */
  toText(): string {
    return `${structureText(this)}\n`
  }

  #findType(index: number): AgateType {
    const source = this.#source
    if (isContent(source)) return source.columns[index]?.type ?? 'Text'
    return toAgateType(source.columns[index]?.type ?? '', this.values(index))
  }

  #readRows(): readonly (readonly Value[])[] {
    if (isContent(this.#source)) return this.#source.rows
    const cells = new Map<SqlValue, Value>()
    return this.#source.rows.map((row) => row.map((cell) => toCell(cell, cells)))
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

function isContent(source: SqlTable | TableContent): source is TableContent {
  return 'kind' in source
}

/** Values repeat often in results; strings and small numbers need no conversion at all. */
function toCell(cell: SqlValue, known: Map<SqlValue, Value>): Value {
  if (typeof cell !== 'object' || cell === null) return toValue(cell)
  const found = known.get(cell) ?? toValue(cell)
  known.set(cell, found)
  return found
}
