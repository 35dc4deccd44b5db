import type { SqlTable, SqlValue } from '@btn/adapter'
import { hostFunction, raise, readArguments, toText, type HostObject, type Value } from '@btn/jinja'
import { mapping } from './mapping.ts'
import { toValue } from './sql-value.ts'

/** What `run_query` gives: rows and columns by position and by name, as agate's tables have them. */
export class AgateTable implements HostObject {
  readonly typeName = 'Table'
  readonly table: SqlTable
  readonly #cells = new Map<SqlValue, Value>()
  #rows: readonly AgateRow[] | undefined

  constructor(table: SqlTable) {
    this.table = table
  }

  get names(): string[] {
    return this.table.columns.map((column) => column.name)
  }

  get rows(): readonly AgateRow[] {
    this.#rows ??= this.table.rows.map(
      (row) =>
        new AgateRow(
          this.names,
          row.map((cell) => this.#toCell(cell)),
        ),
    )
    return this.#rows
  }

  column(index: number): AgateColumn {
    const { name = '', type = '' } = this.table.columns[index] ?? {}
    return new AgateColumn(name, type, index, () =>
      this.rows.map((row) => row.cells[index] ?? null),
    )
  }

  /** `load_result(…).data`: the rows as lists. */
  toMatrix(): Value[] {
    return this.rows.map((row) => [...row.cells])
  }

  getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'columns':
        return mapping(
          this.names,
          this.names.map((_, index) => this.column(index)),
        )
      case 'column_names':
        return this.names
      case 'column_types':
        return this.table.columns.map((column) => column.type)
      case 'rows':
        return mapping(undefined, this.rows)
      case 'print_table':
        return hostFunction(name, () => this.#toPlainText())
      case 'rename':
        return hostFunction(name, (args) =>
          this.#rename(readArguments(args, name, ['column_names?', '**rest'])[0]),
        )
      case 'select':
        return hostFunction(name, (args) => this.#select(readArguments(args, name, ['key'])[0]))
      case 'where':
      case 'order_by':
      case 'group_by':
        return raise('NotImplementedError', `tables of query results have no ${name}() here`)
      default:
        return undefined
    }
  }

  attributeNames(): Iterable<string> {
    return ['columns', 'column_names', 'column_types', 'rows', 'print_table', 'rename', 'select']
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
    return index < 0 ? undefined : this.column(index)
  }

  toText(): string {
    return `<Table of ${this.size()} rows>`
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

  #rename(names: Value | undefined): Value {
    const isDict =
      typeof names === 'object' && names !== null && 'getItem' in names && !Array.isArray(names)
    const columns = this.table.columns.map((column, index) => {
      const renamed = isDict
        ? names.getItem?.(column.name)
        : Array.isArray(names)
          ? names[index]
          : undefined
      return { ...column, name: renamed === undefined ? column.name : toText(renamed) }
    })
    return new AgateTable({ columns, rows: this.table.rows })
  }

  #select(key: Value | undefined): Value {
    const wanted = Array.isArray(key) ? key.map(toText) : [toText(key ?? null)]
    const indexes = wanted.map((name) => this.names.indexOf(name)).filter((index) => index >= 0)
    return new AgateTable({
      columns: indexes.flatMap((index) => this.table.columns[index] ?? []),
      rows: this.table.rows.map((row) => indexes.map((index) => row[index] ?? null)),
    })
  }

  #toPlainText(): string {
    const lines = [this.names, ...this.rows.map((row) => row.cells.map(toText))]
    const widths = this.names.map((_, index) =>
      Math.max(...lines.map((line) => line[index]?.length ?? 0)),
    )
    const print = (line: readonly string[]) =>
      `| ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
    const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
    return [print(lines[0] ?? []), rule, ...lines.slice(1).map(print)].join('\n')
  }
}

/** One row: by position, by column name, as a sequence. */
export class AgateRow implements HostObject {
  readonly typeName = 'Row'
  readonly names: readonly string[]
  readonly cells: readonly Value[]

  constructor(names: readonly string[], cells: readonly Value[]) {
    this.names = names
    this.cells = cells
  }

  getItem(key: Value): Value | undefined {
    if (typeof key === 'number') return this.cells.at(key)
    const index = this.names.indexOf(toText(key))
    return index < 0 ? undefined : this.cells[index]
  }

  getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'values':
        return hostFunction(name, () => [...this.cells])
      case 'keys':
        return hostFunction(name, () => [...this.names])
      case 'items':
        return hostFunction(name, () =>
          this.names.map((key, index) => [key, this.cells[index] ?? null]),
        )
      case 'dict':
        return hostFunction(name, () => mapping([...this.names], this.cells))
      case 'get':
        return hostFunction(name, (args) => {
          const [key, otherwise] = readArguments(args, name, ['key', 'default?'])
          return this.getItem(key ?? null) ?? otherwise ?? null
        })
      default:
        return this.getItem(name)
    }
  }

  iterate(): Iterable<Value> {
    return this.cells
  }

  size(): number {
    return this.cells.length
  }

  equals(other: Value): boolean {
    return other === this
  }

  toText(): string {
    return `<agate.Row: (${this.cells.map(toText).join(', ')})>`
  }
}

/** One column: its name, and its values in the order of rows. */
export class AgateColumn implements HostObject {
  readonly typeName = 'Column'
  readonly #name: string
  readonly #type: string
  readonly #index: number
  readonly #read: () => readonly Value[]

  constructor(name: string, type: string, index: number, read: () => readonly Value[]) {
    this.#name = name
    this.#type = type
    this.#index = index
    this.#read = read
  }

  getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'name':
        return this.#name
      case 'data_type':
        return this.#type
      case 'index':
        return this.#index
      case 'values':
        return hostFunction(name, () => [...this.#read()])
      case 'values_distinct':
        return hostFunction(name, () => [...new Set(this.#read())])
      case 'values_without_nulls':
        return hostFunction(name, () => this.#read().filter((value) => value !== null))
      default:
        return undefined
    }
  }

  getItem(key: Value): Value | undefined {
    return typeof key === 'number' ? this.#read().at(key) : undefined
  }

  iterate(): Iterable<Value> {
    return this.#read()
  }

  size(): number {
    return this.#read().length
  }
}
