import type { ExecuteResult, Relation, SqlColumn, SqlTable } from '@btn/adapter'
import type { Diagnostic, Source, Span, TracedText } from '@btn/diagnostics'
import type { Value } from '@btn/jinja'
import type { ReportWork } from './open-report.ts'
import type { Grain, Interval } from '../intervals/index.ts'
import type {
  JsonObject,
  Logged,
  Model,
  MacroId,
  Node,
  NodeId,
  Place,
  StepResult,
  UnitTest,
} from '../types/index.ts'

/**
 * What the runner needs of the templates. `context/` implements it; nothing in this folder knows how a template works.
 * A mistake of the user inside a template is thrown as a `DiagnosticError`.
 */
export interface TemplateRuntime {
  /** The names of one node, whose templates talk to the database through `session`. Costs next to nothing. */
  open(node: Node, session: Session, extras?: ScopeExtras): NodeScope
  /** The text of a report, which its queries have gone into; of a report in JSON, with marks around its values. */
  renderReport(work: ReportWork): Awaitable<TracedText>
  /** The scopes of a unit test, which reads nothing but its inputs. Throws where an input names nothing. */
  openUnitTest(test: UnitTest, session: Session): UnitTestScopes
  /**
   * True when the project or an installed package defines one of these macros, plainly or as an implementation that
   * `dispatch` finds (`<adapter>__name`, `default__name`). False lets the runner take a shorter way to the same end.
   */
  isOverridden(macros: readonly string[]): boolean
  /** True when the macro of that very name, which an undispatched call means, is the one built in. */
  isBuiltin(macro: string): boolean
  /**
   * The macro of a `{% materialization %}` that a project or package defines for the node and that comes before
   * the one built in; undefined when there is none. Its name is what `callMacro` takes.
   */
  findMaterialization(
    name: string,
    node: Pick<Node, 'id'>,
    session: Pick<Session, 'log'>,
  ): string | undefined
  /** dbt's query comment: what is sent with the statements of a node, and whether after them. */
  queryComment(node: Node, session: Session): Awaitable<QueryCommentText | undefined>
  /** What templates did to settings of nodes, which dbt then writes into the manifest. */
  changedSettings(): ReadonlyMap<NodeId, JsonObject>
  /** A file of the project by the name that `Resource.file` and `Place.file` have. */
  findSource(file: string): Source | undefined
}

/** A unit test about to run. */
export interface UnitTestScopes {
  /** The test under its own path and with the settings that its materialization reads. */
  readonly node: UnitTest
  /** The tested model's query as the test sees it, overrides included; every input it reads counts as ephemeral. */
  readonly query: NodeScope
  /** The same without overrides: what the materialization sees. */
  readonly materialization: NodeScope
  /** What stands for an input. */
  openInput(id: NodeId): OpenInput
}

export interface OpenInput {
  readonly node: Model
  /** Of its common table expression, without prefix. */
  readonly cteName: string
  readonly scope: NodeScope
  /** Where the input is written. */
  readonly place: Place
}

/** What some nodes see besides the usual names. */
export interface ScopeExtras {
  readonly runEnd?: RunEnd | undefined
  /** Of a microbatch model: the batch that is being built. */
  readonly batch?: ScopeBatch | undefined
}

export interface ScopeBatch {
  readonly interval: Interval
  readonly grain: Grain
}

export interface QueryCommentText {
  readonly text: string
  readonly append: boolean
}

/** What `on-run-end` sees besides the usual names. */
export interface RunEnd {
  readonly results: readonly StepResult[]
  readonly schemas: readonly string[]
  readonly databaseSchemas: readonly (readonly [database: string, schema: string])[]
}

/** A value for a macro: a template's own value handed through, or data of ours. */
export type MacroArgument =
  | Value
  | { readonly relation: Relation }
  | { readonly dict: Readonly<Record<string, MacroArgument>> }
  | readonly MacroArgument[]

export interface Rendered {
  readonly text: TracedText
  /** Ephemeral models whose `ref()` was written (as `__dbt__cte__<name>`), in the order of first call. */
  readonly ephemerals: readonly NodeId[]
}

export type Awaitable<T> = T | Promise<T>

export interface NodeScope {
  /** The node's own template (of a hook: its SQL). Common table expressions are not injected yet. */
  render(): Awaitable<Rendered>
  /** Macros that this template itself has called, be it that it failed behind them. */
  readonly called: ReadonlySet<MacroId>
  /** From now on templates see this as `sql`, `compiled_code`, `model.compiled_code` (and `model.compiled` is true). */
  setCompiled(code: TracedText): void
  /** From now on `is_incremental()` is true and `should_full_refresh()` false, whatever stands in the database. */
  assumeIncremental(): void
  /** Renders another text in the node's scope, such as a hook. */
  renderText(source: Source, place?: Span): Awaitable<TracedText>
  /**
   * Calls a macro as a template of the node's package would find it: root project, the node's package, other packages,
   * built-in. Gives what it `return`s, or the text that it writes (TracedText, with the macro in its frames).
   */
  callMacro(
    name: string,
    positional?: readonly MacroArgument[],
    named?: Readonly<Record<string, MacroArgument>>,
  ): Awaitable<Value>
  /** The node's relation, as `this` shows it. */
  ownRelation(): Value
  /** The relation in a value (`api.Relation`, what `make_temp_relation` returns); undefined when it is none. */
  findRelation(value: Value): Relation | undefined
  /** The rows in a value (what `run_query` returns); undefined when it is none. */
  findTable(value: Value): SqlTable | undefined
  /** What a template stored under `name` with `statement(name, …)`, `store_result` or `store_raw_result`. */
  findStored(name: string): StoredResult | undefined
  /** Tells a warning of the node's, or ends the node with it, as the user wants it. */
  warn(item: Diagnostic): void
}

export interface StoredResult {
  readonly response: ExecuteResult & { readonly code?: string }
  readonly table: SqlTable | undefined
}

/**
 * One node's way to the database, made by the runner, used by `adapter.*`, `run_query`, `statement`, `log`, `write`, …
 * SQL that fails is thrown as a `DiagnosticError` that points at the line that the user wrote.
 */
export interface Session {
  readonly relations: RelationCache
  /** With dbt's `auto_begin`, a transaction is opened first when none is open. A statement that fails takes back the open one. */
  execute(sql: TracedText | string, options?: StatementOptions): Promise<ExecuteResult>
  /** As `execute`, with the rows of the last statement. */
  query(sql: TracedText | string, options?: StatementOptions): Promise<QueryResult>
  /** Opens a transaction, also where the target wants none; nothing happens when one is open. */
  ensureTransaction(): Promise<void>
  /** Ends the open transaction; nothing happens when none is open (dbt's `adapter.commit()`). */
  commit(): Promise<void>
  /** Straight from the database's catalogue, without SQL of a macro. */
  listColumns(relation: Relation): Promise<readonly SqlColumn[]>
  listSchemas(database: string): Promise<readonly string[]>
  /** Runs a program of a Python model, which begins with what the user wrote: `own`. */
  runPython(program: TracedText | string, own: TracedText): Promise<ExecuteResult>
  /** The rows of the seed that runs, with the types that its columns would get. */
  readSeed(): Promise<SqlTable>
  /** `log(…)`, `print(…)`, `exceptions.warn(…)`. */
  log(event: Logged): void
  /** dbt's `write()`: the text for `target/run/…` of this node. */
  writeRun(text: string): void
  /** dbt's `thread_id`: `Thread-1 (worker)`. */
  readonly threadId: string
}

export interface StatementOptions {
  readonly autoBegin?: boolean
}

export interface QueryResult {
  readonly response: ExecuteResult
  readonly table: SqlTable
}

/** What exists, as far as the run has looked, kept up to date as relations are made, renamed and dropped. */
export interface RelationCache {
  /** The relation with its type, or undefined; lists its schema first where that was not done yet. */
  find(relation: Relation): Awaitable<Relation | undefined>
  list(database: string, schema: string): Awaitable<readonly Relation[]>
  add(relation: Relation): void
  drop(relation: Relation): void
  rename(from: Relation, to: Relation): void
  /** Forgets a schema with all that is in it. */
  dropSchema(database: string, schema: string): void
}
