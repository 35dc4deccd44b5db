import type { JsonObject, Place } from './basics.ts'
import type { DependsOn, Resource } from './node.ts'

/** How the rows of a fixture were written. */
export type FixtureFormat = 'dict' | 'csv' | 'sql'

/** Rows that a unit test gives or expects: a list of rows, or a query (with format `sql`). */
export interface UnitTestRows {
  readonly rows: readonly JsonObject[] | string
  readonly format: FixtureFormat
  /** The name of the file below `tests/fixtures` that the rows come from. */
  readonly fixture?: string
  readonly fixtureFile?: string
  readonly place: Place
}

/** What stands for one thing that the tested model reads. */
export interface UnitTestInput extends UnitTestRows {
  /** As written: `ref('orders')`, `source('app', 'orders')`, `this`. */
  readonly input: string
}

export interface UnitTestOverrides {
  readonly macros: JsonObject
  readonly vars: JsonObject
  readonly envVars: JsonObject
}

export interface UnitTestVersions {
  readonly include?: readonly (string | number)[]
  readonly exclude?: readonly (string | number)[]
}

/** A check of a model's query over rows made up for it. */
export interface UnitTest extends Resource {
  readonly kind: 'unit_test'
  /** The tested model's name, as written. */
  readonly model: string
  readonly given: readonly UnitTestInput[]
  readonly expect: UnitTestRows
  readonly overrides?: UnitTestOverrides
  readonly versions?: UnitTestVersions
  /** Of the tested model, where it has versions: the definition stands for one test of each. */
  readonly version?: string | number
  /** The tested model, and nothing else. */
  readonly dependsOn: DependsOn
  /** Of all but the description, as dbt takes it. */
  readonly checksum: string
  /** That of the tested model; unknown while that is disabled. */
  readonly schema?: string
  readonly place: Place
}
