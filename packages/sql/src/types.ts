/** What a query reads: a table of the catalogue, or what a table function gives. */
export type ReadRelation = ReadTable | ReadFunction

export interface ReadTable {
  readonly kind: 'table'
  readonly catalog: string
  readonly schema: string
  readonly name: string
}

/** `read_parquet('sales/*.parquet')`, `duckdb_settings()`. Functions that only make rows of their arguments (`range`) are not among them. */
export interface ReadFunction {
  readonly kind: 'function'
  readonly name: string
  /** The files, as the query names them or as the engine found them; empty when the function reads none, or does not tell. */
  readonly files: readonly string[]
}

export interface ReadColumn {
  readonly relation: ReadRelation
  readonly column: string
}

/**
 * How a value came about. `copied`: it is a value of that column, under the same name; `renamed`: under another; `computed`: an
 * expression has that column in it, a cast too; `aggregated`: it is made of many rows. The strongest on the way counts.
 */
export type ValueHow = 'copied' | 'renamed' | 'computed' | 'aggregated'

export interface ColumnSource extends ReadColumn {
  readonly how: ValueHow
  /** No value of that column can be read from what was made of it: it was counted, summed up or compared. */
  readonly hidden?: true
}

/** How a column decides which rows come out, or in which order. */
export type RowHow = 'filtered' | 'joined' | 'grouped' | 'ordered' | 'distinct'

export interface ColumnUse extends ReadColumn {
  readonly how: RowHow
}

export interface QueryColumn {
  /** As a table made of the query would name it: the second `id` is `id_1`. */
  readonly name: string
  /** As the engine writes it: `DECIMAL(18,2)`. */
  readonly type: string
  /** The columns that the value is made of. */
  readonly from: readonly ColumnSource[]
  /** Columns that decide about this value only, because they filter, join, … inside of its subquery. Also among the query's. */
  readonly uses: readonly ColumnUse[]
}

/** What a query gives, and where that comes from. */
export interface QueryColumns {
  readonly columns: readonly QueryColumn[]
  /** Every column that decides which rows come out, and those that decide inside of the subqueries of values. */
  readonly uses: readonly ColumnUse[]
  /** Everything that the query reads, whether or not one of its columns is used. */
  readonly reads: readonly ReadRelation[]
  /**
   * Why the lineage is not known. Then every `from`, `uses` and `reads` is empty; names and types hold where they could be found
   * out, and there are no columns where not.
   */
  readonly problem?: string
}
