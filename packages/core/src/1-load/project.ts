import type { Outcome, Source, Span } from '@btn/diagnostics'
import type { Credentials } from '@btn/adapter'
import type { PackageFiles } from '../deps/package-files.ts'
import type { Json, JsonObject, Place } from '../types/index.ts'
import type { Flags } from './flags-table.ts'
import type { TimeWindows } from './time-windows.ts'

/** What a file is, by the folder that it lies in and by its extension. */
export type FileKind =
  | 'macro'
  | 'model'
  | 'snapshot'
  | 'analysis'
  | 'singular-test'
  | 'generic-test'
  | 'seed'
  | 'docs'
  | 'properties'
  | 'fixture'
  | 'function'
  | 'osi'
  | 'report'

export interface ProjectFile {
  /** Name in `Project.sources`: the path relative to the project's root, with `/`. */
  readonly file: string
  readonly kind: FileKind
  readonly packageName: string
  /** The entry of `model-paths` & co. under which it was found: `models`. */
  readonly searchPath: string
  /** Relative to `searchPath`: dbt's `path`. */
  readonly path: string
  /** Relative to the package's root: dbt's `original_file_path`. */
  readonly originalPath: string
  readonly absolutePath: string
  readonly size: number
  readonly modifiedMs: number
}

/** The texts of the project, read when first asked for. Line breaks are `\n`, a byte order mark is gone. */
export interface Sources {
  /** Undefined, with a diagnostic, when the file is not UTF-8 or cannot be read. Memoized. */
  read(file: string): Outcome<Source | undefined>
  /** Seeds and other files that need not be text. */
  readBytes(file: string): Uint8Array | undefined
  /** A place as people see it; the whole (empty) file when its text is not to be had. */
  spanOf(place: Place): Span
  /** Absolute path of a file by its name. */
  absolutePath(file: string): string
}

/** A value of YAML together with where each part of it was written. */
export interface Placed<T extends Json> {
  readonly value: T
  /** The place of the value at a path of keys and indices; of the nearest outer one where there is none so deep. */
  placeOf(path: readonly (string | number)[]): Place
  /** The place of the last key of the path. */
  keyPlaceOf(path: readonly (string | number)[]): Place
}

export interface DispatchRule {
  readonly macroNamespace: string
  readonly searchOrder: readonly string[]
}

export interface HookText {
  readonly text: string
  readonly place: Place
}

/** The kinds of resources that `dbt_project.yml` can configure by folder. */
export type ConfigTreeKey =
  | 'models'
  | 'seeds'
  | 'snapshots'
  | 'analyses'
  | 'sources'
  | 'data_tests'
  | 'unit_tests'
  | 'metrics'
  | 'semantic-models'
  | 'saved-queries'
  | 'exposures'
  | 'functions'

/** A config tree: rendered for use, and as it was written (hooks are never rendered here). */
export interface ConfigTree {
  readonly rendered: Placed<JsonObject>
  readonly unrendered: JsonObject
}

export interface QuotingSettings {
  readonly database?: boolean
  readonly schema?: boolean
  readonly identifier?: boolean
}

export interface QueryComment {
  /** Undefined means dbt's default comment; empty means none. */
  readonly comment: string | undefined
  readonly append: boolean
  readonly jobLabel: boolean
  readonly place: Place | undefined
}

/** The root project, or an installed one: what its `project.yml` or `dbt_project.yml` says, defaults filled in. */
export interface Package {
  readonly name: string
  readonly version: string | undefined
  readonly isRoot: boolean
  /** Absolute. */
  readonly root: string
  /** `project.yml` or `dbt_project.yml`, as named in `Project.sources`. */
  readonly file: string
  readonly modelPaths: readonly string[]
  readonly seedPaths: readonly string[]
  readonly testPaths: readonly string[]
  readonly analysisPaths: readonly string[]
  readonly macroPaths: readonly string[]
  readonly snapshotPaths: readonly string[]
  readonly functionPaths: readonly string[]
  /** Folders of OSI documents; of the root project only. */
  readonly osiPaths: readonly string[]
  /** Templates of reports. */
  readonly reportPaths: readonly string[]
  readonly docsPaths: readonly string[]
  readonly quoting: QuotingSettings
  readonly dispatch: readonly DispatchRule[]
  readonly onRunStart: readonly HookText[]
  readonly onRunEnd: readonly HookText[]
  readonly configs: Readonly<Record<ConfigTreeKey, ConfigTree>>
  /** As written, templates and all. Keys that are package names hold that package's variables. */
  readonly vars: Placed<JsonObject>
  readonly queryComment: QueryComment
  readonly restrictAccess: boolean
  /** By kind; each list in the order in which dbt reads it. */
  readonly files: Readonly<Record<FileKind, readonly ProjectFile[]>>
}

/** The connection chosen. */
export interface Target {
  readonly profileName: string
  readonly name: string
  /** Checked and completed by the adapter, when `load` was given one; else as written. Secrets are in the clear. */
  readonly credentials: Credentials
  /** What templates see as `target`: credentials without secrets of a password kind, `name`, `profile_name`, … */
  readonly context: JsonObject
  readonly threads: number
  /** Where the output, or one of its keys, was written; undefined when the project says nothing about it. */
  spanOf(key?: string): Span | undefined
}

/** Everything that phase 2 needs to know: settings, files with their texts, installed packages. Immutable. */
export interface Project {
  readonly name: string
  /** Absolute. */
  readonly root: string
  readonly form: 'btn' | 'dbt'
  readonly rootPackage: Package
  /** By name; the root first. */
  readonly packages: ReadonlyMap<string, Package>
  /** Undefined when `needsTarget: false` was asked and none was found. */
  readonly target: Target | undefined
  readonly flags: Flags
  readonly windows: TimeWindows
  /** `--vars`. */
  readonly cliVars: JsonObject
  readonly sources: Sources
  /** Absolute. */
  readonly targetPath: string
  /** Absolute. */
  readonly logPath: string
  /** The profile that the project names itself, as it is written. */
  readonly profileName: string | undefined
  /** Absolute: where profiles.yml is, or would be. */
  readonly profilesFolder: string
  /** Absolute: the file of what was parsed before. */
  readonly parseCachePath: string
  /** Absolute; of the installed packages. */
  readonly packagesPath: string
  readonly packageFiles: PackageFiles
  /** Absolute paths that `clean` empties. */
  readonly cleanTargets: readonly string[]
  /** As the project file has them: what `docs generate` copies to the target folder. */
  readonly assetPaths: readonly string[]
  /** `selectors.yml`, rendered. */
  readonly selectors: Placed<JsonObject> | undefined
  /** The variables that a `.env` file added are in here, too. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Names and values of the environment variables that the settings read: part of what a cache depends on. */
  readonly environmentRead: ReadonlyMap<string, string | undefined>
}
