import { kinds, type GraphData, type Kind, type NodeTable } from '../../data/index.ts'
import { idOf, kindAt, packageAt } from '../../data/index.ts'
import { rowsOfKind } from '../data/site.ts'
import type { ListKind } from '../route/route.ts'

/** Which lists need the data file `graph`. */
export const NEEDS_GRAPH: ReadonlySet<ListKind> = new Set(['tag', 'owner'])

/** The rows of a list, in the order of the table. */
export function listRows(
  table: NodeTable,
  graph: GraphData | undefined,
  { by, value }: { readonly by: ListKind; readonly value: string },
): readonly number[] {
  switch (by) {
    case 'all': {
      const kind = kinds.find((it) => it === value)
      return kind === undefined ? [] : shown(table, rowsOfKind(table, kind))
    }
    case 'tag':
      return where(table, (row) => graph?.tagLists[graph.tags[row] ?? -1]?.includes(value) ?? false)
    case 'owner':
      return where(table, (row) => isOwner(graph, row, value))
    case 'package':
      return where(table, (row) => packageAt(table, row) === value)
    case 'schema':
      return where(table, (row) => table.schemas[table.schema[row] ?? -1] === value)
    case 'folder':
      return where(table, (row) =>
        `${packageAt(table, row)}/${fileAt(table, row)}`.startsWith(`${value}/`),
      )
    case 'source_list':
      return where(table, (row) => kindAt(table, row) === 'source' && isOfSource(table, row, value))
  }
}

/** Those that lists show: without what asked to be left out, unless that is all there is. */
function shown(table: NodeTable, rows: readonly number[]): readonly number[] {
  const visible = rows.filter((row) => table.hidden[row] === 0)
  return visible.length > 0 ? visible : rows
}

function where(table: NodeTable, isWanted: (row: number) => boolean): readonly number[] {
  return shown(
    table,
    table.name.flatMap((_, row) => (isWanted(row) ? [row] : [])),
  )
}

function isOwner(graph: GraphData | undefined, row: number, value: string): boolean {
  const owner = graph?.owners[graph.owner[row] ?? -1]
  return owner !== undefined && (owner.name ?? owner.email) === value
}

const isOfSource = (table: NodeTable, row: number, source: string): boolean =>
  idOf(table, row).split('.')[2] === source

const fileAt = (table: NodeTable, row: number): string => table.files[table.file[row] ?? -1] ?? ''

/** The kinds among some rows, in the order of lists. */
export function kindsAmong(table: NodeTable, rows: readonly number[]): readonly Kind[] {
  const found = new Set(rows.map((row) => kindAt(table, row)))
  return kinds.filter((it) => found.has(it))
}
