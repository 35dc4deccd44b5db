import type { Config, NodeKind } from '../types/index.ts'

const shared: Config = {
  enabled: true,
  alias: null,
  schema: null,
  database: null,
  tags: [],
  meta: {},
  group: null,
  static_analysis: null,
}

const built: Config = {
  ...shared,
  materialized: 'view',
  incremental_strategy: null,
  batch_size: null,
  lookback: 1,
  begin: null,
  persist_docs: {},
  'post-hook': [],
  'pre-hook': [],
  quoting: {},
  column_types: {},
  full_refresh: null,
  unique_key: null,
  on_schema_change: 'ignore',
  on_configuration_change: 'apply',
  grants: {},
  packages: [],
  docs: { show: true, node_color: null },
  contract: { enforced: false, alias_types: true },
  event_time: null,
  concurrent_batches: null,
}

const test: Config = {
  ...shared,
  schema: 'dbt_test__audit',
  materialized: 'test',
  severity: 'ERROR',
  store_failures: null,
  store_failures_as: null,
  sql_header: null,
  where: null,
  limit: null,
  fail_calc: 'count(*)',
  warn_if: '!= 0',
  error_if: '!= 0',
}

const noLimit = { count: null, period: null }
const noFreshness = { warn_after: noLimit, error_after: noLimit, filter: null }

const described: Config = { enabled: true, group: null, meta: {} }

/** What dbt 1.12 assumes where nothing is said. */
export const configDefaults: Readonly<Record<NodeKind, Config>> = {
  model: {
    ...built,
    access: 'protected',
    freshness: null,
    on_error: null,
    latest_version_pointer: { enabled: null, alias: null },
  },
  analysis: built,
  operation: built,
  monitor: described,
  snapshot: {
    ...built,
    materialized: 'snapshot',
    strategy: null,
    target_schema: null,
    target_database: null,
    updated_at: null,
    check_cols: null,
    snapshot_meta_column_names: {
      dbt_valid_to: null,
      dbt_valid_from: null,
      dbt_scd_id: null,
      dbt_updated_at: null,
      dbt_is_deleted: null,
    },
    dbt_valid_to_current: null,
  },
  seed: { ...built, materialized: 'seed', delimiter: ',', quote_columns: null },
  test,
  function: {
    ...built,
    materialized: 'function',
    type: 'scalar',
    volatility: null,
    runtime_version: null,
    entry_point: null,
    snowflake: { quote_args: true },
  },
  unit_test: { tags: [], meta: {}, enabled: true, static_analysis: null },
  source: {
    enabled: true,
    event_time: null,
    freshness: noFreshness,
    loaded_at_field: null,
    loaded_at_query: null,
    meta: {},
    tags: [],
    static_analysis: null,
  },
  report: { enabled: true, tags: [], meta: {} },
  exposure: { enabled: true, tags: [], meta: {} },
  metric: described,
  semantic_model: described,
  saved_query: { ...described, export_as: null, schema: null, cache: { enabled: false } },
}
