import type { JsonObject, NodeId } from './basics.ts'

import type { Deferral } from './deferral.ts'

/** When the SQL of a step is known. */
export type Rendering =
  | { readonly when: 'at-plan' }
  /** The template asks the database; `because` says what it calls. */
  | { readonly when: 'at-run'; readonly because: string }

interface StepBase {
  readonly node: NodeId
  /** Steps that must have finished before this one starts, by node. */
  readonly after: readonly NodeId[]
  /** The selected ephemeral models that it reads: they are no steps, and wait for some. */
  readonly through?: readonly Pick<StepBase, 'node' | 'after'>[]
}

export interface LoadSeed extends StepBase {
  readonly kind: 'load-seed'
}
/** Files are read into the table of a source. */
export interface LoadSource extends StepBase {
  readonly kind: 'load-source'
}
export interface Materialize extends StepBase {
  readonly kind: 'materialize'
  readonly materialization: string
  readonly rendering: Rendering
}
export interface RunTest extends StepBase {
  readonly kind: 'run-test'
  readonly rendering: Rendering
}
export interface BuildFunction extends StepBase {
  readonly kind: 'build-function'
  readonly rendering: Rendering
}
export interface RunUnitTest extends StepBase {
  readonly kind: 'run-unit-test'
  readonly rendering: Rendering
}
/** `compile` and `show`: the SQL is rendered and nothing is built. */
export interface CompileNode extends StepBase {
  readonly kind: 'compile-node'
  readonly rendering: Rendering
}
/** An exposure or a saved query has come: it is told, and nothing is done. */
export interface PassOver extends StepBase {
  readonly kind: 'pass-over'
}
/** What a report tells is read and written down, after everything else. */
export interface WriteReport extends StepBase {
  readonly kind: 'write-report'
  /** It is about tests and monitors: it is written whether they pass or not. */
  readonly tellsOfChecks: boolean
}
export interface RunHook extends StepBase {
  readonly kind: 'run-hook'
  /** dbt's, by its place among the hooks of all packages that run with it: `shop.on-run-start.0`. */
  readonly name: string
}
/** `run-operation`: a macro is called, or the command line's own SQL is sent. */
export interface RunOperation extends StepBase {
  readonly kind: 'run-operation'
  /** With its package: `shop.vacuum`; absent for SQL. */
  readonly macro?: string
  readonly args: JsonObject
}

/** `docs generate`: the macros that know the database's catalogue are called, after everything else. */
export interface ReadCatalog extends StepBase {
  readonly kind: 'read-catalog'
  readonly requests: readonly CatalogRequest[]
}

/** What the catalogue of one database is asked for: some relations, or schemas with all that is in them. */
export type CatalogRequest = { readonly database: string } & (
  { readonly relations: readonly CatalogRelation[] } | { readonly schemas: readonly string[] }
)

export interface CatalogRelation {
  readonly database: string
  readonly schema: string
  readonly name: string
}

/** `source freshness`: how old a source's newest row is. */
export interface CheckFreshness extends StepBase {
  readonly kind: 'check-freshness'
}

/** The value of a monitor is found and held against its limits. */
export interface RunMonitor extends StepBase {
  readonly kind: 'run-monitor'
}

/** `clone`: a relation of an earlier run is put here, too. */
export interface CloneNode extends StepBase {
  readonly kind: 'clone-node'
}

export type Step =
  | LoadSeed
  | LoadSource
  | Materialize
  | RunTest
  | RunUnitTest
  | BuildFunction
  | CompileNode
  | PassOver
  | WriteReport
  | RunHook
  | RunOperation
  | ReadCatalog
  | CheckFreshness
  | RunMonitor
  | CloneNode
export type StepKind = Step['kind']

/** What a command will do, in order. */
export interface Plan {
  readonly command: Command
  readonly selected: readonly NodeId[]
  readonly onRunStart: readonly RunHook[]
  readonly steps: readonly Step[]
  readonly onRunEnd: readonly RunHook[]
  /** What an earlier run offers in place of what this one does not build. */
  readonly deferral?: Deferral | undefined
}

export type Command =
  | 'build'
  | 'run'
  | 'test'
  | 'seed'
  | 'load'
  | 'report'
  | 'snapshot'
  | 'compile'
  | 'generate'
  | 'freshness'
  | 'monitor'
  | 'clone'
  | 'show'
  | 'list'
  | 'parse'
  | 'plan'
  | 'check'
  | 'run-operation'
