import type { SqlTable } from '@btn/adapter'
import type { Column, DataTest, Manifest, Node, NodeId } from '../types/index.ts'

/** What is shown of a value that may tell who somebody is. */
const HIDDEN = '***'
/** Columns of dbt's own tests that have the values of the tested column. */
const VALUES: ReadonlySet<string> = new Set(['unique_field', 'value_field', 'from_field'])

/** Which columns of a sample may be shown. */
export interface Personal {
  /** Names of columns that hold personal data here, or where the data comes from; in lower case. */
  readonly names: ReadonlySet<string>
  /** Columns that a properties file names and that hold none. */
  readonly harmless: ReadonlySet<string>
}

/** Undefined where nothing that the test reads, however far back, holds personal data. */
export function findPersonal(
  { nodes, parents }: Pick<Manifest, 'nodes' | 'parents'>,
  test: DataTest,
): Personal | undefined {
  const names = new Set<string>()
  const seen = new Set<NodeId>(test.dependsOn.nodes)
  for (const id of seen) {
    for (const column of columnsOf(nodes.get(id)))
      if (column.pii !== undefined) names.add(column.name.toLowerCase())
    for (const parent of parents.get(id) ?? []) seen.add(parent)
  }
  if (names.size === 0) return undefined
  const direct = test.dependsOn.nodes.flatMap((id) => columnsOf(nodes.get(id)))
  const declared = direct.map(({ name }) => name.toLowerCase())
  return { names, harmless: new Set(declared.filter((it) => !names.has(it))) }
}

function columnsOf(node: Node | undefined): readonly Column[] {
  return node && 'columns' in node ? [...node.columns.values()] : []
}

/**
 * The sample with everything hidden that is not known to be harmless. `isComputed` says that the query names its columns itself: then, where it
 * speaks of a personal one, no name can be trusted.
 */
export function withoutPersonal(
  { columns, rows }: SqlTable,
  { names, harmless }: Personal,
  { test, sql, isComputed }: { test: DataTest; sql: string; isComputed: boolean },
): SqlTable {
  const tested = plain(test.generic?.columnName ?? '')
  const words = new Set(sql.toLowerCase().match(/\w+/g))
  const isSuspect = isComputed && [...names].some((name) => words.has(name))
  const shown = columns.map(({ name }) => {
    const lower = name.toLowerCase()
    if (isComputed && lower === 'n_records') return !names.has(lower)
    if (isSuspect) return false
    return harmless.has(lower) || (VALUES.has(lower) && harmless.has(tested))
  })
  const hide = (row: SqlTable['rows'][number]) =>
    row.map((value, at) => (shown[at] || value === null ? value : HIDDEN))
  return { columns, rows: rows.map(hide) }
}

function plain(name: string): string {
  return name.replaceAll('"', '').toLowerCase()
}
