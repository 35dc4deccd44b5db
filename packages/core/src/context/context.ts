import type { Dialect, TypeRules } from '@btn/adapter'
import type { Diagnostic, Span, TracedText } from '@btn/diagnostics'
import type { Rendering, Scope, Value } from '@btn/jinja'
import type { Made } from '../artifact/index.ts'
import type { Package } from '../1-load/index.ts'
import type { RunEnd, ScopeBatch, Session, StoredResult } from './runtime.ts'
import type { Staging } from '../publish/index.ts'
import type { LiveSettings } from './live-settings.ts'
import type { Interval } from '../intervals/index.ts'
import type { MacroRegistry } from '../macros/registry.ts'
import type {
  AuditCall,
  Caller,
  Config,
  Deferral,
  Json,
  JsonObject,
  MacroId,
  NamePart,
  Node,
  NodeId,
  Place,
} from '../types/index.ts'

/** What templates may know of a project or package. */
export type ProjectSettings = Pick<
  Package,
  | 'name'
  | 'version'
  | 'root'
  | 'modelPaths'
  | 'macroPaths'
  | 'seedPaths'
  | 'testPaths'
  | 'analysisPaths'
  | 'docsPaths'
  | 'functionPaths'
  | 'snapshotPaths'
  | 'vars'
>

/** What stays the same for every template of one command. */
export interface Invocation {
  readonly rootPackage: string
  /** The root project and what it installs, built-in packages left out. */
  readonly packages: ReadonlyMap<string, ProjectSettings>
  readonly adapterType: string
  readonly dialect: Dialect
  readonly typeRules: TypeRules
  readonly macros: MacroRegistry
  /** `dispatch:` of the root project: search order by macro namespace. */
  readonly dispatchOrder: ReadonlyMap<string, readonly string[]>
  /** `target` as templates see it. */
  readonly target: JsonObject
  /** The databases of the target that are DuckLakes. */
  readonly ducklakes: ReadonlySet<string>
  readonly flags: JsonObject
  readonly args: JsonObject
  /** What becomes of a warning (`--warn-error` & co.): itself, an error, or nothing. */
  readonly judge: (item: Diagnostic) => Diagnostic | undefined
  readonly quoting: {
    readonly database: boolean
    readonly schema: boolean
    readonly identifier: boolean
  }
  readonly id: string
  readonly startedAt: Date
  /** `--sample`: models read of their inputs only what happened in it. */
  readonly sample: Interval | undefined
  /** The value of a variable for a template of `packageName`; undefined where nobody gives one. */
  findVar(name: string, packageName: string): Value | undefined
  /** The same as text that can be compared; null where there is none. */
  varText(name: string, packageName: string): string | null
  /** All variables that a template of `packageName` sees. */
  varsOf(packageName: string): JsonObject
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** What a template did while it was parsed: dbt's capture. Filled in by the functions that it calls. */
export interface Capture {
  readonly refs: {
    readonly name: string
    readonly package?: string
    readonly version?: string | number
    readonly place: Place
    readonly callers?: readonly Caller[]
  }[]
  readonly sources: {
    readonly source: string
    readonly table: string
    readonly place: Place
    readonly callers?: readonly Caller[]
  }[]
  readonly functions: Capture['refs'][number][]
  /** Calls of `btn_audit()`. */
  readonly audits?: AuditCall[]
  readonly metrics: Capture['refs'][number][]
  /** Merged as `config()` is called. */
  config: Config
  readonly macros: Set<MacroId>
  /** What the template warned of. */
  readonly warnings?: Diagnostic[]
}

/** Before the graph is known: `execute` is false, calls are noted, and what they give stands for nothing real. */
export interface ParseMode {
  readonly kind: 'parse'
  readonly capture: Capture
  /** A macro is asked for a node's name: what it asks for has to be there. */
  readonly isNaming?: boolean
  /** The template is a generic test's. */
  readonly isTest?: boolean
}

/** What a linked manifest offers to templates. */
export interface Linked {
  readonly nodes: ReadonlyMap<NodeId, Node>
  findRef(
    from: Node,
    name: string,
    packageName: string | undefined,
    version: string | number | undefined,
  ): Node | 'disabled' | undefined
  findSource(from: Node, source: string, table: string): Node | 'disabled' | undefined
  findFunction(
    from: Node,
    name: string,
    packageName: string | undefined,
  ): Node | 'disabled' | undefined
  findMetric(
    from: Node,
    name: string,
    packageName: string | undefined,
  ): Node | 'disabled' | undefined
  /** Names that a hint may offer. */
  refNames(): Iterable<string>
  sourceNames(): Iterable<string>
  findDoc(packageName: string, name: string): string | undefined
  /** For what people see. */
  spanOf(place: Place): Span
  /** dbt's JSON of a node. */
  toJson(node: Node): JsonObject
  /** `graph` in templates. */
  readonly graph: Value
  /** Told of the macros that templates of nodes call while they run. */
  noteCall(node: Node, macro: MacroId): void
  readonly selected: readonly NodeId[]
  readonly settings: LiveSettings
  /** Undefined where this run stands for itself. */
  readonly deferral: Deferral | undefined
  /** A source in a file is read from a table like any other. */
  readonly readsTables: boolean
  /** Of a run that publishes at its end. */
  readonly staging: Pick<Staging, 'day' | 'nodes' | 'existing'> | undefined
}

/** The graph is known and the database can be asked. */
export interface RunMode {
  readonly kind: 'run'
  readonly node: Node
  readonly linked: Linked
  readonly session: Session
  readonly runEnd: RunEnd | undefined
  /** Of a microbatch model: the batch that is being built. */
  readonly batch: ScopeBatch | undefined
  readonly stored: Map<string, StoredValue>
  /** Ephemeral models met by `ref()`, in order. */
  readonly ephemerals: NodeId[]
  /** Macros that the node's own template has called. */
  readonly called: Set<MacroId>
  /** In a unit test: the common table expressions that stand for what `ref()` and `source()` find, without prefix. */
  readonly cteNames?: ReadonlyMap<NodeId, string>
  compiled: TracedText | undefined
}

export interface StoredValue {
  readonly value: Value
  readonly result: StoredResult
  readonly isLoaded: boolean
}

/** The subject of a rendering: a node that exists, or one that is being parsed. */
export interface Subject {
  readonly id: NodeId
  readonly name: string
  readonly packageName: string
  readonly database: string
  readonly schema: string
  readonly alias: string
  readonly unnamed?: readonly NamePart[] | undefined
  readonly kind: Node['kind']
  /** dbt's JSON, as `model` shows it; with what compiling made of it, once that was done. */
  toJson(made?: Made): JsonObject
}

export interface Context {
  readonly invocation: Invocation
  readonly subject: Subject
  readonly mode: ParseMode | RunMode
  readonly rendering: Rendering
  /** What templates of this context see. */
  readonly scope: Scope
  /** The name is made anew when it is asked for next. */
  readonly forget: (name: string) => void
  /** From now on the name means this: `context.update({'name': value})`. */
  readonly define: (name: string, value: Value) => void
  /** A variable, an environment variable or the like was read; the parse cache notes it. */
  readonly onRead:
    | ((
        kind: 'var' | 'env' | 'target' | 'flags' | 'args' | 'project' | 'macro' | 'now',
        name: string,
        value: Json,
      ) => void)
    | undefined
}

/** Makes one name of the context; called once per context, when a template first asks for the name. */
export type NameBuilder = (context: Context) => Value
