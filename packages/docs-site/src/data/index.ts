import type { CodeChunk } from './code.ts'
import type { ColumnChunk } from './columns.ts'
import type { GraphData } from './graph.ts'
import type { Health, PersonalData } from './health.ts'
import type { NodeTable } from './names.ts'
import type { PageChunk } from './page.ts'
import type { SearchAbout, SearchIndex } from './search.ts'
import type { Overviews, SiteIndex } from './site.ts'

/** Data files with one name, and what is in each. */
export interface SingleFiles {
  readonly site: SiteIndex
  readonly names: NodeTable
  readonly graph: GraphData
  readonly health: Health
  readonly pii: PersonalData
  readonly overviews: Overviews
  readonly 'search/names': SearchIndex
  readonly 'search/texts': SearchIndex
  readonly 'search/about': SearchAbout
}

/** Data files of which there are several: `nodes/0`, `nodes/1`, … */
export interface ChunkFiles {
  readonly nodes: PageChunk
  readonly code: CodeChunk
  readonly columns: ColumnChunk
}

/** What is in the data file of a key. */
export type DataOf<K extends DataKey> = K extends keyof SingleFiles
  ? SingleFiles[K]
  : K extends `${infer C extends keyof ChunkFiles}/${number}`
    ? ChunkFiles[C]
    : never

/** `site`, `nodes/12`. The file is `data/<key>.js`. */
export type DataKey = keyof SingleFiles | `${keyof ChunkFiles}/${number}`

export * from './address.ts'
export * from './basics.ts'
export * from './code.ts'
export * from './columns.ts'
export type * from './graph.ts'
export type * from './health.ts'
export * from './kind-icons.ts'
export * from './names.ts'
export * from './page-parts.ts'
export type * from './page.ts'
export * from './search.ts'
export type * from './site.ts'
