import type { JsonObject, Owner } from './basics.ts'

/**
 * Data file `graph`: edges, and what dbt's selection syntax asks of a node. Columns are aligned with those of `NodeTable`, as far as
 * `graphSize`; numbers are indices in the list named, -1 where there is nothing.
 */
export interface GraphData {
  /** Pairs of rows: what is used, what uses it. Ordered by the second, then the first. */
  readonly edges: readonly number[]
  /** In `fqns`: the fqn without its last part. */
  readonly fqn: readonly number[]
  /** The last part of the fqn: 0 where it is the name. */
  readonly fqnLast: readonly (0 | string)[]
  /** In `tagLists`. */
  readonly tags: readonly number[]
  /** In `configs`. */
  readonly config: readonly number[]
  /** In `patches`: the properties file that describes the node; `path:` finds nodes by it, too. */
  readonly patch: readonly number[]
  /** In `owners`: of the node, or of its group. */
  readonly owner: readonly number[]
  /** In `groups`. */
  readonly group: readonly number[]
  /** In `accesses`: `public`, `protected`, `private`. */
  readonly access: readonly number[]
  /** In `materializations`: `view`, `table`, `incremental`, … of models and snapshots; nothing for the rest. */
  readonly materialized: readonly number[]
  /** `docs: {node_color}`, in `colors`. */
  readonly color: readonly number[]
  /** Rows of tests: what kind of test. In `testTypes`. */
  readonly testType: readonly number[]
  /** Rows of generic tests: `not_null`, in `testNames`. */
  readonly testName: readonly number[]
  /** Rows of tests: the row that it is of; -1 where it is of several. */
  readonly testOf: readonly number[]
  /** Rows of models with versions. In `versionStates`. */
  readonly versionState: readonly number[]
  /** Rows of sources: freshness at last look, in `freshnessStates`. */
  readonly freshness: readonly number[]

  readonly fqns: readonly (readonly string[])[]
  readonly tagLists: readonly (readonly string[])[]
  /** What `config.<key>:` looks at: `materialized`, `schema`, `meta`, `severity`, …; empty values are left out. */
  readonly configs: readonly JsonObject[]
  readonly patches: readonly string[]
  readonly owners: readonly Owner[]
  readonly groups: readonly string[]
  readonly accesses: readonly string[]
  readonly materializations: readonly string[]
  readonly colors: readonly string[]
  readonly testTypes: readonly ('generic' | 'singular' | 'unit')[]
  readonly testNames: readonly string[]
  readonly versionStates: readonly ('latest' | 'old' | 'prerelease' | 'none')[]
  readonly freshnessStates: readonly ('pass' | 'warn' | 'error')[]
  /** Definitions of `selectors.yml` in their long form, for `selector:name`. */
  readonly selectors: JsonObject
}
