import type {
  AuditCall,
  Config,
  JsonObject,
  MacroId,
  Place,
  RefCall,
  SourceCall,
} from '../types/index.ts'
import type { ProjectFile } from '../1-load/index.ts'
import type { MacroEntry } from '../macros/macro-file.ts'
import type { MacroRegistry } from '../macros/registry.ts'
import type { MonitorPatch, PropertiesFile } from './properties/index.ts'

/** What rendering a template before the graph is known has shown. Plain data: the parse cache holds it. */
export interface Captured {
  readonly refs: readonly RefCall[]
  readonly sources: readonly SourceCall[]
  /** Calls of `function()`; absent where there is none. */
  readonly functions?: readonly RefCall[]
  /** Calls of `btn_audit()`; absent where there is none. */
  readonly audits?: readonly AuditCall[]
  /** Calls of `metric()`; absent where there is none. */
  readonly metrics?: readonly RefCall[]
  readonly configCall: Config
  /** Macros that the template itself calls. */
  readonly macros: readonly MacroId[]
}

/** A file whose whole text is one query. */
export interface ParsedCode extends Captured {
  readonly name: string
  readonly checksum: string
  /** The query in the file: dbt drops white space around it. */
  readonly start: number
  readonly end: number
  /** `config()` arguments as they are written. */
  readonly unrenderedConfigCall: JsonObject
  /** The last value of each `config()` argument, where the template is so plain that dbt does not render it to know. */
  readonly plainConfigCall?: JsonObject
  readonly calls: readonly string[]
  readonly asks: readonly string[]
}

/**
 * A `{% snapshot %}` block, or an entry of a properties file with a `relation`; `start` and `end` enclose the body, or the
 * relation. `checksum` is that of the whole file.
 */
export interface ParsedSnapshot extends ParsedCode {
  readonly namePlace: Place
  /** The query, where no file has it. */
  readonly rawCode?: string
}

export interface ParsedSeed {
  readonly name: string
  readonly checksum: string
  readonly checksumOf: 'sha256' | 'path'
}

export interface ParsedDocs {
  readonly name: string
  readonly contents: string
}

/** A generic test as a properties file asks for it, with what its template has shown. */
export interface ParsedTest extends Captured {
  /** Full name, as in the unique id; and the short one, as in file names and aliases. */
  readonly name: string
  readonly shortName: string
  /** The last part of the unique id. */
  readonly hash: string
  readonly test: string
  readonly namespace?: string
  readonly kwargs: JsonObject
  readonly columnName?: string
  readonly columnTags: readonly string[]
  readonly description: string
  readonly rawCode: string
  /** What the tests entry says under `config`, rendered. */
  readonly config: Config
  /** `config()` arguments as they stand in the raw code; absent where dbt renders none. */
  readonly unrenderedConfigCall?: JsonObject
  readonly target: TestTarget
  readonly place: Place
  readonly asks: readonly string[]
  readonly calls: readonly string[]
  /** Macros that its arguments call. */
  readonly argumentMacros?: readonly MacroId[]
}

export interface TestTarget {
  /** `models`, `seeds`, `sources`, …: dbt's yaml key. */
  readonly yamlKey: string
  readonly name: string
  /** For a source: the table. */
  readonly table?: string
  readonly version?: string | number
}

/** A template of a report. */
export interface ParsedReport extends Captured {
  readonly checksum: string
}

/** A file below `tests/fixtures`: rows, or a query. */
export interface ParsedFixture {
  readonly name: string
  readonly rows: readonly JsonObject[] | string
}

export interface Parsed {
  readonly macros: MacroRegistry
  readonly macroEntries: ReadonlyMap<ProjectFile, readonly MacroEntry[]>
  readonly models: ReadonlyMap<ProjectFile, ParsedCode>
  readonly analyses: ReadonlyMap<ProjectFile, ParsedCode>
  readonly singularTests: ReadonlyMap<ProjectFile, ParsedCode>
  /** Functions of the database, in any language. */
  readonly functions: ReadonlyMap<ProjectFile, ParsedCode>
  readonly seeds: ReadonlyMap<ProjectFile, ParsedSeed>
  readonly snapshots: ReadonlyMap<ProjectFile, readonly ParsedSnapshot[]>
  readonly docs: ReadonlyMap<ProjectFile, readonly ParsedDocs[]>
  readonly fixtures: ReadonlyMap<ProjectFile, ParsedFixture>
  /** Templates below `report-paths`: those that an entry names, and those that ask for something. */
  readonly reports: ReadonlyMap<ProjectFile, ParsedReport>
  /** Texts of OSI documents. */
  readonly osi: ReadonlyMap<ProjectFile, string>
  readonly properties: ReadonlyMap<ProjectFile, PropertiesFile>
  readonly genericTests: ReadonlyMap<ProjectFile, readonly ParsedTest[]>
  /** Snapshots of properties files, which name a relation. */
  readonly relationSnapshots: ReadonlyMap<ProjectFile, readonly ParsedSnapshot[]>
  readonly hooks: readonly ParsedHook[]
  /** Monitors of properties files. */
  readonly monitors: ReadonlyMap<ProjectFile, readonly ParsedMonitor[]>
  /** The query of `--inline`. */
  readonly inline?: ParsedInline
}

export interface ParsedInline {
  readonly text: string
  readonly code: ParsedCode
}

/** A statement of `on-run-start` or `on-run-end`. */
export interface ParsedHook extends Captured {
  readonly packageName: string
  readonly when: 'on-run-start' | 'on-run-end'
  readonly index: number
  readonly text: string
  /** Of the whole project file, as dbt takes it. */
  readonly checksum: string
  readonly file: string
  readonly place: Place
}

/** A monitor of a properties file, with what its query has shown. */
export interface ParsedMonitor extends Captured {
  readonly patch: MonitorPatch
  readonly calls: readonly string[]
  readonly asks: readonly string[]
}
