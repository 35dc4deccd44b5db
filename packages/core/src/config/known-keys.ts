import { findNearest } from '@btn/diagnostics'
import { configDefaults } from './defaults.ts'

const others: readonly string[] = [
  'pre_hook',
  'post_hook',
  // Incremental models and merges.
  'incremental_predicates',
  'predicates',
  'merge_clauses',
  'merge_condition',
  'merge_exclude_columns',
  'merge_insert_condition',
  'merge_on_using_columns',
  'merge_returning_columns',
  'merge_update_columns',
  'merge_update_condition',
  'merge_update_set_expressions',
  'sql_header',
  // When and how models are published.
  'partition',
  'publish',
  // Snapshots.
  'hard_deletes',
  'invalidate_hard_deletes',
  // Seeds.
  'fast',
  // Sources.
  'external_location',
  'formatter',
  'freshness',
  'loaded_at_field',
  'loaded_at_query',
  'plugin',
  // What DuckDB's materializations read.
  'csv_read_options',
  'format',
  'glue_database',
  'glue_register',
  'indexes',
  'json_read_options',
  'location',
  'options',
  'parameters',
  'parquet_read_options',
  'partition_by',
  'partitioned_by',
  'sorted_by',
  // How files of a source get there (their `contract` is known as that of models), and what happens to rows that break it.
  'load',
  'quarantine',
  // How many failing rows of a test are kept in the audit log.
  'sample_failures',
]

/** The settings that have a meaning by themselves. Whatever else a user sets is kept for their macros. */
export const knownConfigKeys: ReadonlySet<string> = new Set([
  ...Object.values(configDefaults).flatMap((defaults) => Object.keys(defaults)),
  ...others,
])

/** Settings of the user's own are fine; one that is nearly the name of a known one is a slip: which one it is. */
export function knownKeyNear(key: string): string | undefined {
  return knownConfigKeys.has(key) ? undefined : findNearest(key, knownConfigKeys)
}
