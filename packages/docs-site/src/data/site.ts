import type { Html, Kind, Status } from './basics.ts'

/** Data file `site`: all that the first view needs. */
export interface SiteIndex {
  readonly title: string
  /** The project, which is also the name of its package. */
  readonly project: string
  readonly overview: Html
  /** Counts of what has a page, of the project and its packages (not of what comes with dbt or btn). */
  readonly counts: Partial<Record<Kind, number>>
  /** Packages besides the project, sorted; `overviews` may have something to say of each. */
  readonly packages: readonly string[]
  readonly made: SiteMade
  /** How the last run went, where one is known. */
  readonly lastRun?: LastRun
  /** Which data files there are besides `names`, `nodes/*` and `code/*`. */
  readonly has: SiteFeatures
  readonly chunks: ChunkCounts
}

export interface SiteMade {
  /** ISO 8601, UTC: when the manifest was written. */
  readonly at?: string
  /** `dbt` or `btn`, with its version. */
  readonly by: string
  readonly adapter?: string
}

export interface LastRun {
  readonly at: string
  /** `build`, `run`, `test`, … */
  readonly command?: string
  readonly seconds?: number
  readonly counts: Partial<Record<Status, number>>
}

export interface SiteFeatures {
  /** `columns/*`: lineage of columns is known. */
  readonly columns: boolean
  /** Results of an earlier run are known. */
  readonly results: boolean
  /** The catalogue of a database was read: rows, bytes, types. */
  readonly catalog: boolean
  /** `pii`: some column holds personal data. */
  readonly pii: boolean
  /** `overviews`: some package has an overview of its own. */
  readonly overviews: boolean
}

export interface ChunkCounts {
  /** Files `nodes/<chunk>` and `code/<chunk>`; see `chunkOf`. */
  readonly pages: number
  /** How many nodes of `NodeTable` share a file `columns/<chunk>`: node i is in file `floor(i / columns)`. */
  readonly columns: number
}

/** Data file `overviews`: `__pkg__` of packages besides the project, by name. */
export type Overviews = Readonly<Record<string, Html>>
