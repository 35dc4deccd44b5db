import { hows, uses as useWords, type ColumnChunk, type ColumnList } from '../data/index.ts'
import type { KnownColumn } from '../read/columns.ts'
import { columnKey, type LineageEdge } from '../read/lineage.ts'
import type { Reading } from '../read/reading.ts'

/** Rows that share a file. */
export const COLUMN_CHUNK = 500

/** The data files `columns/0`, `columns/1`, …; each is made when it is asked for. */
export function* toColumnChunks(reading: Reading, graphSize: number): Generator<ColumnChunk> {
  const ids = [...reading.entries.keys()].slice(0, graphSize)
  const indexes = indexesOf(reading)
  for (let first = 0; first < ids.length; first += COLUMN_CHUNK) {
    const nodes = ids.slice(first, first + COLUMN_CHUNK).map((id) => toList(id, reading, indexes))
    yield { first, nodes }
  }
}

/** Place of each column in its relation, by `columnKey`. */
function indexesOf({ columns }: Reading): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>()
  for (const [id, list] of columns) {
    for (const [index, { name }] of list.entries()) indexes.set(columnKey(id, name), index)
  }
  return indexes
}

function toList(
  id: string,
  reading: Reading,
  indexes: ReadonlyMap<string, number>,
): ColumnList | null {
  const columns = reading.columns.get(id) ?? []
  if (columns.length === 0) return null
  const triples = (edges: readonly LineageEdge[]): readonly number[] =>
    edges.flatMap(({ node, column, how }) =>
      triple(node, column, hows.indexOf(how), reading, indexes),
    )
  const { lineage, pii } = reading
  const classes = columns.map(({ name }) => pii.get(columnKey(id, name))?.class ?? '')
  const list = {
    names: columns.map((it) => it.name),
    types: columns.map((it) => it.type ?? ''),
    from: columns.map((it: KnownColumn) => triples(it.lineage?.from ?? [])),
    to: columns.map(({ name }) => triples(lineage.to.get(columnKey(id, name)) ?? [])),
    uses: (lineage.nodes.get(id)?.uses ?? []).flatMap(({ node, column, use }) =>
      triple(node, column, useWords.indexOf(use), reading, indexes),
    ),
  }
  return classes.some((it) => it !== '') ? { ...list, pii: classes } : list
}

function triple(
  node: string,
  column: string,
  word: number,
  { rows }: Reading,
  indexes: ReadonlyMap<string, number>,
): readonly number[] {
  const [row, index] = [rows.get(node), indexes.get(columnKey(node, column))]
  return row === undefined || index === undefined ? [] : [row, index, word]
}
