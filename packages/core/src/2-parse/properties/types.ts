import type {
  Constraint,
  FixtureFormat,
  FunctionArgument,
  FunctionReturns,
  Json,
  JsonObject,
  Place,
  UnitTestOverrides,
  UnitTestVersions,
} from '../../types/index.ts'
import type { ColumnSelection } from '../../config/inherited-columns.ts'
import type { LoadPatch } from './load-settings.ts'
import type { AlertPatch, MonitorPatch } from './monitors.ts'

/** Text that is rendered later (a description, a hook), with the place of the YAML value. */
export interface YamlText {
  readonly text: string
  readonly place: Place
}

/**
 * Settings of a resource: what `config:` says, rendered, and the properties that dbt counts as settings, too (`tags`,
 * `meta`, `docs`, `access`, `group` beside `config:`). `unrendered` is what stands below `config:`, as written.
 */
export interface ConfigPatch {
  readonly rendered: JsonObject
  readonly unrendered: JsonObject
  /** By key of `rendered`. */
  readonly places: Readonly<Record<string, Place>>
}

/** One entry of `data_tests:` (or `tests:`). */
export interface TestPatch {
  /** Name of the test's definition, without package: `not_null`. */
  readonly name: string
  /** The package before the dot: `dbt_utils`. */
  readonly namespace: string | undefined
  /** `name:` of the test itself. */
  readonly customName: string | undefined
  readonly description: YamlText | undefined
  /** As written, in source order, without `column_name` and `model`: templates inside are rendered by the test. */
  readonly args: JsonObject
  readonly argPlaces: Readonly<Record<string, Place>>
  readonly config: ConfigPatch
  /** The name as it stands in the list. */
  readonly namePlace: Place
  /** The whole entry. */
  readonly place: Place
}

export interface ColumnPatch {
  readonly name: string
  readonly description: YamlText | undefined
  readonly dataType: string | undefined
  readonly quote: boolean | undefined
  readonly constraints: readonly Constraint[]
  /** `meta` and `tags` of the column are in here, too. */
  readonly config: ConfigPatch
  readonly docs: JsonObject | undefined
  readonly tests: readonly TestPatch[]
  /** Keys that belong to no column of ours (`granularity`, `dimension`, …), kept. */
  readonly extra: JsonObject
  readonly namePlace: Place
  readonly place: Place
}

export interface VersionPatch {
  readonly v: string | number
  readonly definedIn?: string
  readonly description: YamlText | undefined
  readonly config: ConfigPatch
  readonly constraints?: readonly Constraint[]
  readonly deprecationDate?: string
  /** Undefined when the version says nothing: then it has all of the model's. */
  readonly columnSelection: ColumnSelection | undefined
  readonly columns: readonly ColumnPatch[]
  /** Undefined when the version says nothing: then the model's tests hold. */
  readonly tests: readonly TestPatch[] | undefined
  readonly place: Place
}

interface PatchBase {
  readonly name: string
  readonly description: YamlText | undefined
  readonly config: ConfigPatch
  readonly namePlace: Place
  readonly place: Place
}

/** What a properties file says of a model, a seed, a snapshot or an analysis. */
export interface NodePatch extends PatchBase {
  readonly columns: readonly ColumnPatch[]
  /** Told by the cache: no column has a template or a constraint, so that nobody has to look at them to find mistakes. */
  readonly hasPlainColumns?: boolean
  /** JSON of the columns, as the cache has it; absent where they were just read. */
  readonly columnsText?: string
  readonly tests: readonly TestPatch[]
  readonly constraints: readonly Constraint[]
  readonly latestVersion?: string | number
  readonly deprecationDate?: string
  readonly versions: readonly VersionPatch[]
  readonly timeSpine?: JsonObject
  /** `relation:` of a snapshot that is declared in YAML. */
  readonly relation?: YamlText
  /** Other keys, kept. */
  readonly extra: JsonObject
}

/** What stands beside `config:` about the age of data. */
interface Timed {
  /** Undefined: what weaker places say holds; null: nothing does. */
  readonly freshness?: Json
  readonly loadedAtField?: string
  /** The key is there, be its value null. */
  readonly hasLoadedAtField?: true
  readonly loadedAtQuery?: YamlText
}

export interface SourceTablePatch extends PatchBase, Timed {
  readonly load?: LoadPatch
  readonly identifier?: string
  readonly loader?: string
  readonly quoting: JsonObject
  readonly external?: JsonObject
  readonly columns: readonly ColumnPatch[]
  readonly tests: readonly TestPatch[]
  /** Of a source that overrides another: the keys that stand there. */
  readonly given?: readonly string[]
}

export interface SourcePatch extends PatchBase, Timed {
  readonly load?: LoadPatch
  readonly database?: string
  readonly schema?: string
  /** The same before templates were rendered. */
  readonly writtenDatabase?: string
  readonly writtenSchema?: string
  readonly loader: string
  readonly quoting: JsonObject
  /** The package whose source of this name it says anew. */
  readonly overrides?: string
  readonly given?: readonly string[]
  readonly tables: readonly SourceTablePatch[]
}

export interface MacroArgumentPatch {
  readonly name: string
  readonly type?: string
  readonly description: YamlText | undefined
}

export interface MacroPatch extends PatchBase {
  readonly arguments: readonly MacroArgumentPatch[]
}

/** Properties of a singular test (or of the definition of a generic one). */
export interface SingularTestPatch extends PatchBase {}

export interface GroupPatch extends PatchBase {
  readonly owner: JsonObject
}

/** One more form of a function, for other arguments. */
export interface OverloadPatch {
  readonly definedIn: string
  readonly arguments: readonly FunctionArgument[]
  readonly returns?: FunctionReturns
  readonly description?: string
  readonly place: Place
}

export interface FunctionPatch extends NodePatch {
  readonly arguments: readonly FunctionArgument[]
  readonly argumentPlaces: readonly Place[]
  readonly returns?: FunctionReturns
  readonly overloads: readonly OverloadPatch[]
}

/** Rows of a unit test as they stand there: a list, or a text in the format. */
export interface RowsPatch {
  readonly rows?: Json
  readonly format: FixtureFormat
  readonly fixture?: string
  readonly place: Place
}

export interface InputPatch extends RowsPatch {
  readonly input: string
}

export interface UnitTestPatch {
  readonly name: string
  readonly model: string
  /** dbt renders no template in it. */
  readonly description: string
  readonly config: ConfigPatch
  readonly given: readonly InputPatch[]
  readonly expect: RowsPatch
  readonly overrides?: UnitTestOverrides
  readonly versions?: UnitTestVersions
  readonly versionsPlace?: Place
  readonly modelPlace: Place
  readonly namePlace: Place
  readonly place: Place
}

/** An exposure, a metric, a semantic model or a saved query. */
export interface DescribedPatch {
  readonly key: 'exposures' | 'metrics' | 'semantic_models' | 'saved_queries'
  readonly name: string
  readonly description: YamlText | undefined
  readonly config: ConfigPatch
  /** The whole entry, rendered as dbt renders it. */
  readonly entry: JsonObject
  readonly namePlace: Place
  readonly place: Place
}

/** What holds for columns of a class of personal data, where they say nothing themselves. */
export interface PrivacyClassPatch {
  readonly name: string
  readonly policy?: string
  readonly prefix?: string
  readonly allowsUnkeyed?: boolean
  readonly place: Place
}

/** What is said of a report besides what its template says. */
export interface ReportPatch extends PatchBase {
  /** Relative to the project: `reports/findings.md`. */
  readonly template?: YamlText
  /** Of the output, relative to the project. */
  readonly path?: YamlText
}

/** One properties file, as plain data that a cache can hold. */
export interface PropertiesFile {
  readonly file: string
  readonly models: readonly NodePatch[]
  readonly seeds: readonly NodePatch[]
  readonly snapshots: readonly NodePatch[]
  readonly analyses: readonly NodePatch[]
  readonly sources: readonly SourcePatch[]
  readonly macros: readonly MacroPatch[]
  readonly dataTests: readonly SingularTestPatch[]
  readonly groups: readonly GroupPatch[]
  readonly unitTests: readonly UnitTestPatch[]
  readonly functions: readonly FunctionPatch[]
  readonly described: readonly DescribedPatch[]
  readonly reports: readonly ReportPatch[]
  /** Only where the file has some. */
  readonly privacyClasses?: readonly PrivacyClassPatch[]
  readonly monitors: readonly MonitorPatch[]
  readonly alerts: readonly AlertPatch[]
}
