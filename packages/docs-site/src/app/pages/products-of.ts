import { kindAt, packageAt, type GraphData, type Kind, type NodeTable } from '../../data/index.ts'

const TABLES: ReadonlySet<Kind> = new Set(['model', 'snapshot'])

/** Models of the project that no table is made of. */
export function productsOf(
  names: NodeTable,
  { edges }: Pick<GraphData, 'edges'>,
  project: string,
): readonly number[] {
  const isTable = (row: number): boolean => TABLES.has(kindAt(names, row))
  const used = new Set<number>()
  for (let at = 0; at + 1 < edges.length; at += 2) {
    const [from, to] = [edges[at], edges[at + 1]]
    if (from !== undefined && to !== undefined && isTable(to)) used.add(from)
  }
  const rows = Array.from({ length: names.graphSize }, (_, row) => row)
  return rows.filter(
    (row) =>
      isTable(row) &&
      !used.has(row) &&
      packageAt(names, row) === project &&
      names.hidden[row] === 0,
  )
}
