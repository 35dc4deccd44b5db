import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import {
  idOf,
  kindAt,
  type Kind,
  type Link,
  type NodeTable,
  type SiteIndex,
} from '../../data/index.ts'
import { loadData } from '../../load/load-data.ts'
import { useData, type Loaded } from './use-data.ts'

const Site = createContext<SiteIndex | undefined>(undefined)

/** Gives the pages below what is known of the whole site. */
export const SiteProvider = Site.Provider

export function useSite(): SiteIndex {
  const site = useContext(Site)
  if (site === undefined) throw new Error('outside of the site')
  return site
}

/** The names of everything with a page. */
export function useNames(): Loaded<NodeTable> {
  return useData('names', () => loadData('names'))
}

export function linkAt(table: NodeTable, row: number): Link {
  return { id: idOf(table, row), name: table.name[row] ?? '', kind: kindAt(table, row) }
}

/** The rows of one kind, in their order. */
export function rowsOfKind(table: NodeTable, kind: Kind): readonly number[] {
  const index = table.kindNames.indexOf(kind)
  const rows: number[] = []
  table.kind.forEach((it, row) => {
    if (it === index) rows.push(row)
  })
  return rows
}
