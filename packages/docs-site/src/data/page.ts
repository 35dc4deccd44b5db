import type { Html, Json, JsonObject, Kind, Link, Owner } from './basics.ts'
import type {
  ColumnInfo,
  ColumnUse,
  ConstraintInfo,
  ForeignKey,
  FreshnessInfo,
  LoadInfo,
  MonitorValue,
  RelationInfo,
  RunInfo,
  StatsInfo,
  TestInfo,
  VersionInfo,
} from './page-parts.ts'

/** What every page has. */
export interface PageBase {
  readonly id: string
  readonly name: string
  readonly package: string
  /** Where it is defined, relative to its package: `models/staging/stg_orders.sql`. */
  readonly file?: string
  /** Where it is described, where that is another file. */
  readonly describedIn?: string
  readonly description?: Html
  readonly tags: readonly string[]
  readonly meta?: JsonObject
  readonly owner?: Owner
  readonly group?: Link
  /** `code/<chunk>` has texts of it. */
  readonly hasCode: boolean
}

/** What has a place in the graph. */
export interface NodeBase extends PageBase {
  readonly dependsOn: readonly Link[]
  readonly usedBy: readonly Link[]
  /** Macros that its template calls itself. */
  readonly macros: readonly Link[]
  /** Settings that are not shown elsewhere. */
  readonly config: JsonObject
  /** Newest first; the last one alone where no audit log was read. */
  readonly runs: readonly RunInfo[]
}

/** Models, seeds, snapshots and sources: what is, or could be, a relation. */
export interface TablePage extends NodeBase {
  readonly kind: 'model' | 'seed' | 'snapshot' | 'source'
  /** `view`, `table`, `incremental`, `ephemeral`, `external`, … */
  readonly materialized?: string
  readonly language?: 'sql' | 'python'
  /** None where it is ephemeral. */
  readonly relation?: RelationInfo
  readonly columns: readonly ColumnInfo[]
  /** Columns of others that decide which rows there are. */
  readonly uses: readonly ColumnUse[]
  /** Of the whole, not of one column; those stand with the columns. */
  readonly tests: readonly TestInfo[]
  readonly unitTests: readonly TestInfo[]
  readonly contract: boolean
  readonly constraints: readonly ConstraintInfo[]
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  /** What points here. */
  readonly referencedBy: readonly ForeignKeyFrom[]
  readonly access?: 'public' | 'protected' | 'private'
  readonly versions?: VersionInfo
  readonly stats?: StatsInfo
  readonly source?: SourceInfo
  readonly load?: LoadInfo
}

export interface ForeignKeyFrom {
  readonly from: Link
  readonly columns: readonly string[]
  readonly toColumns: readonly string[]
}

export interface SourceInfo {
  /** `raw` of `raw.orders`. */
  readonly name: string
  readonly description?: Html
  readonly loader?: string
  readonly loadedAtField?: string
  readonly freshness?: FreshnessInfo
  /** Other tables of the same source. */
  readonly tables: readonly Link[]
}

export interface TestPage extends NodeBase {
  readonly kind: 'test'
  /** What it is of, where it is of one thing. */
  readonly of?: Link
  readonly test: TestInfo
}

export interface UnitTestPage extends NodeBase {
  readonly kind: 'unit_test'
  readonly of?: Link
  readonly given: readonly UnitTestRows[]
  readonly expect: UnitTestRows
}

export interface UnitTestRows {
  /** `ref('orders')`; none of what is expected. */
  readonly input?: string
  readonly format: string
  /** A table where the rows could be read as one, else the text. */
  readonly columns?: readonly string[]
  readonly rows?: readonly (readonly Json[])[]
  readonly text?: string
  readonly fixture?: string
}

export interface ExposurePage extends NodeBase {
  readonly kind: 'exposure'
  readonly label?: string
  readonly type: string
  readonly maturity?: string
  /** Only `http:`, `https:` and `mailto:`. */
  readonly url?: string
}

export interface MetricPage extends NodeBase {
  readonly kind: 'metric'
  readonly label?: string
  readonly type: string
  /** Type parameters and filter, without what is empty. */
  readonly definition: JsonObject
}

export interface SemanticModelPage extends NodeBase {
  readonly kind: 'semantic_model'
  readonly label?: string
  readonly model?: Link
  readonly entities: readonly SemanticPart[]
  readonly dimensions: readonly SemanticPart[]
  readonly measures: readonly SemanticPart[]
}

export interface SemanticPart {
  readonly name: string
  readonly type: string
  readonly expression?: string
  readonly label?: string
  readonly description?: Html
}

export interface SavedQueryPage extends NodeBase {
  readonly kind: 'saved_query'
  readonly label?: string
  readonly definition: JsonObject
}

export interface ReportPage extends NodeBase {
  readonly kind: 'report'
  readonly format: string
  /** The file that is written, relative to the project. */
  readonly output: string
}

export interface MonitorPage extends NodeBase {
  readonly kind: 'monitor'
  readonly on?: Link
  /** What is measured, and against which limits. */
  readonly definition: JsonObject
  /** Newest first. */
  readonly values: readonly MonitorValue[]
}

/** Analyses, hooks of the project, and functions of its own. */
export interface CodePage extends NodeBase {
  readonly kind: 'analysis' | 'operation' | 'function'
  readonly columns: readonly ColumnInfo[]
  readonly arguments: readonly ArgumentInfo[]
  /** Of a function. */
  readonly returns?: string
}

export interface MacroPage extends PageBase {
  readonly kind: 'macro'
  readonly arguments: readonly ArgumentInfo[]
  /** Macros that it calls. */
  readonly calls: readonly Link[]
  /** Macros and nodes that call it. */
  readonly calledBy: readonly Link[]
  /** It came with dbt or btn. */
  readonly isBuiltIn: boolean
}

export interface ArgumentInfo {
  readonly name: string
  readonly type?: string
  readonly description?: Html
  readonly defaultValue?: string
}

export interface GroupPage extends PageBase {
  readonly kind: 'group'
  readonly members: readonly Link[]
}

export type NodePage =
  | TablePage
  | TestPage
  | UnitTestPage
  | ExposurePage
  | MetricPage
  | SemanticModelPage
  | SavedQueryPage
  | ReportPage
  | MonitorPage
  | CodePage

export type Page = NodePage | MacroPage | GroupPage

/** A page of one kind: `PageOf<'model'>`. */
export type PageOf<K extends Kind> = OfKind<Page, K>

type OfKind<P extends Page, K extends Kind> = P extends Page
  ? K extends P['kind']
    ? P
    : never
  : never

/** Data file `nodes/<chunk>`, by id. */
export type PageChunk = Readonly<Record<string, Page>>
