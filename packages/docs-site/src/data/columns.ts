/** How a column comes from another one: the strongest step on the way. */
export const hows = ['copied', 'renamed', 'computed', 'aggregated'] as const
export type How = (typeof hows)[number]

/** How a column decides which rows come out, or in which order. */
export const uses = ['filtered', 'joined', 'grouped', 'ordered', 'distinct'] as const
export type Use = (typeof uses)[number]

/**
 * Data file `columns/<chunk>`: columns and their lineage for a stretch of rows of `NodeTable`, for the graph. Both directions are there, so that a
 * way through the project is followed file by file.
 */
export interface ColumnChunk {
  /** Row of the first entry. */
  readonly first: number
  /** `null` for what has no columns. */
  readonly nodes: readonly (ColumnList | null)[]
}

/** Columns of one node, in the order of the relation; all lists but `uses` have an entry for each. */
export interface ColumnList {
  readonly names: readonly string[]
  /** Empty where it is not known. */
  readonly types: readonly string[]
  /** Triples: row, index of the column there, index in `hows`. */
  readonly from: readonly (readonly number[])[]
  /** Triples of the columns that come from this one. */
  readonly to: readonly (readonly number[])[]
  /** Triples: row, index of the column there, index in `uses`: what decides which rows this node has. */
  readonly uses: readonly number[]
  /** Class of personal data of each column (`email`), empty for none; left out where no column has any. */
  readonly pii?: readonly string[]
}
