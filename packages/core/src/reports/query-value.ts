import type { SqlTable } from '@btn/adapter'
import { Dict, toText, type HostObject, type Value } from '@btn/jinja'
import { toReportValue } from './cell.ts'

/** What `query()` gives: `rows` (a dict each), `columns` (their names), `dict` (first column to second). */
export class QueryValue implements HostObject {
  readonly typeName = 'query'
  readonly #table: SqlTable
  #rows: Value[] | undefined

  constructor(table: SqlTable) {
    this.#table = table
  }

  get rows(): Value[] {
    const { columns, rows } = this.#table
    return (this.#rows ??= rows.map(
      (row) =>
        new Dict(
          columns.map((column, at) => [column.name, toReportValue(row[at] ?? null, column)]),
        ),
    ))
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'rows') return this.rows
    if (name === 'columns') return this.#table.columns.map((it) => it.name)
    return name === 'dict' ? this.#pairs() : undefined
  }

  attributeNames(): Iterable<string> {
    return ['rows', 'columns', 'dict']
  }

  iterate(): Iterable<Value> {
    return this.rows
  }

  size(): number {
    return this.#table.rows.length
  }

  isTruthy(): boolean {
    return this.#table.rows.length > 0
  }

  #pairs(): Dict {
    const [key, value] = this.#table.columns
    return new Dict(
      this.#table.rows.map((row) => [
        key ? toText(toReportValue(row[0] ?? null, key)) : '',
        value ? toReportValue(row[1] ?? null, value) : null,
      ]),
    )
  }
}
