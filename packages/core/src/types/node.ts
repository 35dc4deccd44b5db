import type { Config, Json, JsonObject, MacroId, NodeId, Place } from './basics.ts'
import type { LoadSpec } from './load.ts'
import type { ReportNode } from './report.ts'
import type { UnitTest } from './unit-test.ts'
import type { UserFunction } from './user-function.ts'
import type { DescribedNode } from './described.ts'
import type { Monitor } from './monitor.ts'

/** What every resource of a project has. */
export interface Resource {
  readonly id: NodeId
  readonly name: string
  readonly packageName: string
  /** Relative to the resource's own root folder (`models/`), as dbt's `path`. */
  readonly path: string
  /** Relative to the package's root: `models/staging/stg_orders.sql`. */
  readonly originalPath: string
  /** The file as `Project.sources` knows it; for tests in YAML, the YAML file. */
  readonly file: string
  readonly fqn: readonly string[]
  readonly description: string
  /** Docs blocks that the description names, by unique id. */
  readonly docBlocks: readonly string[]
  readonly config: Config
  readonly unrenderedConfig: Config
  readonly tags: readonly string[]
  readonly meta: JsonObject
  /** Seconds since 1970, when the node was parsed. */
  readonly createdAt: number
}

/** A macro on the way to a call, and where it was called. */
export interface Caller {
  readonly name: string
  readonly place: Place
}

export interface RefCall {
  readonly name: string
  readonly package?: string
  readonly version?: string | number
  readonly place: Place
  /** The macros that it stands in, innermost first. */
  readonly callers?: readonly Caller[]
}

export interface SourceCall {
  readonly source: string
  readonly table: string
  readonly place: Place
  readonly callers?: readonly Caller[]
}

/** A table of the audit log that a template reads. */
export interface AuditCall {
  readonly table: string
  readonly place: Place
}

export interface DependsOn {
  readonly nodes: readonly NodeId[]
  readonly macros: readonly MacroId[]
}

export interface Column {
  readonly name: string
  readonly description: string
  readonly docBlocks: readonly string[]
  readonly dataType?: string
  readonly quote?: boolean
  readonly constraints: readonly Constraint[]
  /** With `meta` and `tags`, always. */
  readonly config: Config
  readonly meta: JsonObject
  readonly tags: readonly string[]
  /** Whose data it holds, and what is done about that; absent where nothing is said. */
  readonly pii?: Json
  /** Other keys that the user wrote on the column. */
  readonly extra?: JsonObject
  readonly place: Place
}

export interface Constraint {
  readonly type: 'not_null' | 'unique' | 'primary_key' | 'foreign_key' | 'check' | 'custom'
  readonly name?: string
  readonly expression?: string
  readonly columns?: readonly string[]
  /** What a foreign key points to, as the user wrote it: `ref('customers')`. */
  readonly to?: string
  /** What that is, and the name of its relation. */
  readonly toNode?: NodeId
  readonly toRelation?: string
  readonly toColumns?: readonly string[]
  readonly warnUnenforced: boolean
  readonly warnUnsupported: boolean
}

export type NamePart = 'database' | 'schema' | 'alias'

/** What exists, or could exist, in the database. */
export interface Relational {
  readonly database: string
  readonly schema: string
  readonly alias: string
  /** Parts for which the project's `generate_…_name` gave `none`: they are empty texts here, and no parts of the relation. */
  readonly unnamed?: readonly NamePart[]
  /** Quoted and complete; undefined for ephemeral models and for tests that store nothing. */
  readonly relationName?: string
}

/** What has SQL that is rendered. */
export interface Coded extends Relational {
  /** The text of the file (or block) as it stands there, without the last line break. */
  readonly rawCode: string
  /** sha256 of the raw code, as dbt takes it. */
  readonly checksum: string
  readonly refs: readonly RefCall[]
  readonly sources: readonly SourceCall[]
  /** Calls of `function()`; absent where there is none. */
  readonly functions?: readonly RefCall[]
  /** Calls of `btn_audit()`; absent where there is none. */
  readonly audits?: readonly AuditCall[]
  /** Calls of `metric()`; absent where there is none. */
  readonly metrics?: readonly RefCall[]
  readonly dependsOn: DependsOn
  readonly columns: ReadonlyMap<string, Column>
  /** `shop://models/schema.yml`, where a properties file describes the node. */
  readonly patchPath?: string
  /** The arguments of the in-file `config()` calls. */
  readonly configCall: Config
  readonly group?: string | undefined
}

export interface Model extends Resource, Coded {
  readonly kind: 'model'
  readonly access: 'private' | 'protected' | 'public'
  readonly constraints: readonly Constraint[]
  readonly version?: string | number
  readonly latestVersion?: string | number
  readonly deprecationDate?: string
  readonly primaryKey: readonly string[]
  /** The column of the grain, and custom grains, of a model that holds all dates. */
  readonly timeSpine?: JsonObject
}

export interface Seed extends Resource, Relational {
  readonly kind: 'seed'
  readonly checksum: string
  /** `path` when the file is too large to be hashed (over `maximum_seed_size_mib`). */
  readonly checksumOf: 'sha256' | 'path'
  readonly columns: ReadonlyMap<string, Column>
  readonly patchPath?: string
  /** Absolute path of the package that the seed lies in. */
  readonly rootPath: string
  readonly dependsOn: DependsOn
  readonly group?: string | undefined
}

export interface Analysis extends Resource, Coded {
  readonly kind: 'analysis'
}

/** The history of a query: a block of a `.sql` file, or an entry of a properties file that names a relation. */
export interface Snapshot extends Resource, Coded {
  readonly kind: 'snapshot'
  /** The body of the block, or `relation:` of the entry. */
  readonly place: Place
  /** True when `place` holds the query itself. */
  readonly isBlock: boolean
}

export interface DataTest extends Resource, Coded {
  readonly kind: 'test'
  /** Absent for a singular test. */
  readonly generic?: GenericTest
}

export interface GenericTest {
  /** Name of the test: `not_null`. */
  readonly name: string
  /** Package of the test's definition, where the user named it: `dbt_utils`. */
  readonly namespace?: string
  readonly kwargs: JsonObject
  readonly columnName?: string
  readonly attachedNode?: NodeId
  /** YAML key and target: `models.orders`, `sources.app`. The compiled file is named by `path`. */
  readonly fileKeyName: string
  /** Where the user wrote the test. */
  readonly place: Place
}

export interface SourceTable extends Resource {
  readonly kind: 'source'
  readonly sourceName: string
  readonly sourceDescription: string
  readonly sourceMeta: JsonObject
  readonly identifier: string
  readonly database: string
  readonly schema: string
  /** As the user wrote them, Jinja included; absent where they said nothing. */
  readonly unrenderedDatabase?: string
  readonly unrenderedSchema?: string
  readonly relationName: string
  readonly loader: string
  readonly quoting: JsonObject
  readonly freshness?: Json
  readonly loadedAtField?: string
  readonly loadedAtQuery?: string
  readonly external?: Json
  /** How its rows get there, where btn sees to it. */
  readonly load?: LoadSpec
  /** What its load looks at besides its files. */
  readonly dependsOn?: DependsOn
  readonly columns: ReadonlyMap<string, Column>
  readonly patchPath?: string
  readonly place: Place
}

/** A source whose rows btn loads from files. */
export type LoadedSource = SourceTable & { readonly load: LoadSpec }

/** An `on-run-start` or `on-run-end` statement, or the macro that `run-operation` calls. */
export interface Operation extends Resource, Coded {
  readonly kind: 'operation'
  readonly when: 'on-run-start' | 'on-run-end' | 'run-operation'
  readonly index: number
  /** Where the statement stands in the project file. */
  readonly place: Place
  /** What `run-operation` calls. */
  readonly macro?: MacroInfo
}

/** Everything that has a place in the graph. */
export type Node =
  | Model
  | Seed
  | Snapshot
  | Analysis
  | DataTest
  | UnitTest
  | SourceTable
  | Operation
  | UserFunction
  | Monitor
  | DescribedNode
  | ReportNode

export type NodeKind = Node['kind']

export interface MacroInfo {
  readonly id: MacroId
  readonly name: string
  readonly packageName: string
  readonly path: string
  readonly originalPath: string
  /** Name in `Project.sources`; built-in macros lie below `btn:/`. */
  readonly file: string
  readonly code: string
  readonly dependsOn: readonly MacroId[]
  readonly description: string
  readonly meta: JsonObject
  /** `show` and `node_color`. */
  readonly docs: JsonObject
  readonly arguments: readonly MacroArgument[]
  readonly supportedLanguages?: readonly string[]
  readonly patchPath?: string
  readonly createdAt: number
}

export interface MacroArgument {
  readonly name: string
  readonly type?: string
  readonly description: string
}

export interface DocBlock {
  /** `doc.shop.orders_status`. */
  readonly id: string
  readonly name: string
  readonly packageName: string
  readonly path: string
  readonly originalPath: string
  readonly contents: string
}

export interface Group {
  readonly id: string
  readonly name: string
  readonly packageName: string
  readonly path: string
  readonly originalPath: string
  readonly owner: JsonObject
  readonly description: string
  readonly config: Config
}
