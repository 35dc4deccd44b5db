{# Snapshots: the history of a query, one row per key and version. What a run does with it is in TypeScript, by these macros. #}

{%- macro get_snapshot_table_column_names() -%}
  {{ return({
    'dbt_valid_to': 'dbt_valid_to',
    'dbt_valid_from': 'dbt_valid_from',
    'dbt_scd_id': 'dbt_scd_id',
    'dbt_updated_at': 'dbt_updated_at',
    'dbt_is_deleted': 'dbt_is_deleted',
  }) }}
{%- endmacro -%}

{# The names that the node chose for the columns of history. #}
{%- macro btn_snapshot_columns() -%}
  {{ return(config.get('snapshot_table_column_names') or get_snapshot_table_column_names()) }}
{%- endmacro -%}

{# What the strategy of the node wants: see snapshot-strategies.sql. #}
{%- macro btn_snapshot_strategy(target_exists) -%}
  {%- set strategy_macro = strategy_dispatch(config.get('strategy')) -%}
  {{ return(strategy_macro(model, 'snapshotted_data', 'source_data', model['config'], target_exists)) }}
{%- endmacro -%}

{# The first run: every row of the query is a version that is valid now. #}
{%- macro build_snapshot_table(strategy, sql) -%}
  {{ return(adapter.dispatch('build_snapshot_table', 'dbt')(strategy, sql)) }}
{%- endmacro -%}

{%- macro default__build_snapshot_table(strategy, sql) -%}
  {%- set columns = btn_snapshot_columns() -%}
  select
    *,
    {{ strategy.scd_id }} as {{ columns.dbt_scd_id }},
    {{ strategy.updated_at }} as {{ columns.dbt_updated_at }},
    {{ strategy.updated_at }} as {{ columns.dbt_valid_from }},
    {{ get_dbt_valid_to_current(strategy, columns) }}
    {%- if strategy.hard_deletes == 'new_record' %},
    'False' as {{ columns.dbt_is_deleted }}
    {%- endif %}
  from (
    {{ sql }}
  ) as snapshot_subq
{%- endmacro -%}

{# Null for the current version, or what stands for it; the odd expression gives it the type of the times. #}
{%- macro get_dbt_valid_to_current(strategy, columns) -%}
  {%- set end_of_time = config.get('dbt_valid_to_current') or 'null' -%}
  coalesce(nullif({{ strategy.updated_at }}, {{ strategy.updated_at }}), {{ end_of_time }}) as {{ columns.dbt_valid_to }}
{%- endmacro -%}

{# Later runs: the rows that begin a version ("insert") and those that end one ("update", "delete"), in one table. #}
{%- macro snapshot_staging_table(strategy, source_sql, target_relation) -%}
  {{ return(adapter.dispatch('snapshot_staging_table', 'dbt')(strategy, source_sql, target_relation)) }}
{%- endmacro -%}

{%- macro default__snapshot_staging_table(strategy, source_sql, target_relation) -%}
  {%- set columns = btn_snapshot_columns() -%}
  {%- set keys = unique_key_fields(strategy.unique_key) | trim -%}
  {%- set same_key = unique_key_join_on(strategy.unique_key, 'snapshotted_data', 'source_data') | trim -%}
  {%- set writes_deletes = strategy.hard_deletes == 'new_record' -%}
  {%- set ends_deleted = writes_deletes or strategy.hard_deletes == 'invalidate' -%}
  {%- set changed = btn_snapshot_changed(strategy, columns) | trim -%}
  with snapshot_query as (
    {{ source_sql }}
  ),
  snapshotted_data as (
    select *, {{ keys }}
    from {{ target_relation }}
    where {{ btn_snapshot_is_current(columns.dbt_valid_to) }}
  ),
  insertions_source_data as (
    select
      *,
      {{ keys }},
      {{ strategy.updated_at }} as {{ columns.dbt_updated_at }},
      {{ strategy.updated_at }} as {{ columns.dbt_valid_from }},
      {{ get_dbt_valid_to_current(strategy, columns) }},
      {{ strategy.scd_id }} as {{ columns.dbt_scd_id }}
    from snapshot_query
  ),
  updates_source_data as (
    select
      *,
      {{ keys }},
      {{ strategy.updated_at }} as {{ columns.dbt_updated_at }},
      {{ strategy.updated_at }} as {{ columns.dbt_valid_from }},
      {{ strategy.updated_at }} as {{ columns.dbt_valid_to }}
    from snapshot_query
  ),
  {%- if ends_deleted %}
  deletes_source_data as (
    select *, {{ keys }}
    from snapshot_query
  ),
  {%- endif %}
  insertions as (
    select
      'insert' as dbt_change_type,
      source_data.*
      {%- if writes_deletes %},
      'False' as {{ columns.dbt_is_deleted }}
      {%- endif %}
    from insertions_source_data as source_data
    left join snapshotted_data on {{ same_key }}
    where {{ unique_key_is_null(strategy.unique_key, 'snapshotted_data') | trim }}
      or ({{ unique_key_is_not_null(strategy.unique_key, 'snapshotted_data') | trim }} and {{ changed }})
  ),
  updates as (
    select
      'update' as dbt_change_type,
      source_data.*,
      snapshotted_data.{{ columns.dbt_scd_id }}
      {%- if writes_deletes %},
      snapshotted_data.{{ columns.dbt_is_deleted }}
      {%- endif %}
    from updates_source_data as source_data
    join snapshotted_data on {{ same_key }}
    where {{ changed }}
  )
  {%- if ends_deleted %},
  {{ btn_snapshot_deletes(strategy, columns) }}
  {%- endif %}
  {%- if writes_deletes %},
  {{ btn_snapshot_deletion_records(strategy, source_sql, target_relation, columns) }}
  {%- endif %}
  select * from insertions
  union all
  select * from updates
  {%- if ends_deleted %}
  union all
  select * from deletes
  {%- endif %}
  {%- if writes_deletes %}
  union all
  select * from deletion_records
  {%- endif %}
{%- endmacro -%}

{# True for the version of a key that is valid now. #}
{%- macro btn_snapshot_is_current(valid_to) -%}
  {%- set end_of_time = config.get('dbt_valid_to_current') -%}
  {%- if end_of_time -%}
    ({{ equals(valid_to | trim, end_of_time | trim) | trim }} or {{ valid_to | trim }} is null)
  {%- else -%}
    {{ valid_to }} is null
  {%- endif -%}
{%- endmacro -%}

{# A row that comes back after its deletion was written down begins a new version, changed or not. #}
{%- macro btn_snapshot_changed(strategy, columns) -%}
  (
    {{- strategy.row_changed -}}
    {%- if strategy.hard_deletes == 'new_record' %} or snapshotted_data.{{ columns.dbt_is_deleted }} = 'True'{% endif -%}
  )
{%- endmacro -%}

{# Keys that the query has no more, unless their deletion is already the current version. #}
{%- macro btn_snapshot_gone(strategy, columns) -%}
  from snapshotted_data
  left join deletes_source_data as source_data
    on {{ unique_key_join_on(strategy.unique_key, 'snapshotted_data', 'source_data') | trim }}
  where {{ unique_key_is_null(strategy.unique_key, 'source_data') | trim }}
  {%- if strategy.hard_deletes == 'new_record' %}
    {%- set end_of_time = config.get('dbt_valid_to_current') %}
    and not (
      snapshotted_data.{{ columns.dbt_is_deleted }} = 'True'
      and snapshotted_data.{{ columns.dbt_valid_to }} {{ '= ' ~ end_of_time if end_of_time else 'is null' }}
    )
  {%- endif -%}
{%- endmacro -%}

{%- macro btn_snapshot_deletes(strategy, columns) -%}
  {%- set now = snapshot_get_time() | trim -%}
  deletes as (
    select
      'delete' as dbt_change_type,
      source_data.*,
      {{ now }} as {{ columns.dbt_valid_from }},
      {{ now }} as {{ columns.dbt_updated_at }},
      {{ now }} as {{ columns.dbt_valid_to }},
      snapshotted_data.{{ columns.dbt_scd_id }}
      {%- if strategy.hard_deletes == 'new_record' %},
      snapshotted_data.{{ columns.dbt_is_deleted }}
      {%- endif %}
    {{ btn_snapshot_gone(strategy, columns) }}
  )
{%- endmacro -%}

{# The last known row once more, marked as deleted. #}
{%- macro btn_snapshot_deletion_records(strategy, source_sql, target_relation, columns) -%}
  {%- set now = snapshot_get_time() | trim -%}
  {%- set known = get_list_of_column_names(get_columns_in_relation(target_relation)) -%}
  {%- set key_count = strategy.unique_key | length if strategy.unique_key | is_list else 0 -%}
  deletion_records as (
    select
      'insert' as dbt_change_type,
      {%- for name in get_columns_in_query(source_sql) %}
      {{ 'snapshotted_data' if name in known else 'source_data' }}.{{ adapter.quote(name) }},
      {%- endfor %}
      {%- for index in range(1, key_count + 1) %}
      snapshotted_data.dbt_unique_key_{{ index }},
      {%- else %}
      snapshotted_data.dbt_unique_key,
      {%- endfor %}
      {{ now }} as {{ columns.dbt_valid_from }},
      {{ now }} as {{ columns.dbt_updated_at }},
      snapshotted_data.{{ columns.dbt_valid_to }},
      {{ snapshot_hash_arguments([columns.dbt_scd_id, now]) | trim }} as {{ columns.dbt_scd_id }},
      'True' as {{ columns.dbt_is_deleted }}
    {{ btn_snapshot_gone(strategy, columns) }}
  )
{%- endmacro -%}

{# Makes the staging table and gives its relation. #}
{%- macro build_snapshot_staging_table(strategy, sql, target_relation) -%}
  {%- set staging = make_temp_relation(target_relation) -%}
  {%- set query = snapshot_staging_table(strategy, sql, target_relation) -%}
  {%- call statement('build_snapshot_staging_relation') -%}
    {{ create_table_as(true, staging, query) }}
  {%- endcall -%}
  {{ return(staging) }}
{%- endmacro -%}

{# Makes room in the target for what the staging table has; gives the quoted names of the columns to insert. #}
{%- macro btn_prepare_snapshot_target(staging, target, strategy) -%}
  {%- set own = ['dbt_change_type', 'dbt_unique_key'] -%}
  {%- if strategy.unique_key | is_list -%}
    {%- for key in strategy.unique_key -%}
      {% do own.append('dbt_unique_key_' ~ loop.index) %}
    {%- endfor -%}
  {%- endif -%}
  {% do adapter.expand_target_column_types(from_relation=staging, to_relation=target) %}
  {%- set missing = [] -%}
  {%- for column in adapter.get_missing_columns(staging, target) if column.name | lower not in own -%}
    {% do missing.append(column) %}
  {%- endfor -%}
  {% do create_columns(target, missing) %}
  {%- set names = [] -%}
  {%- for column in adapter.get_columns_in_relation(staging) if column.name | lower not in own -%}
    {% do names.append(adapter.quote(column.name)) %}
  {%- endfor -%}
  {{ return(names) }}
{%- endmacro -%}

{%- macro create_columns(relation, columns) -%}
  {{ return(adapter.dispatch('create_columns', 'dbt')(relation, columns)) }}
{%- endmacro -%}

{%- macro default__create_columns(relation, columns) -%}
  {%- for column in columns -%}
    {%- call statement() -%}
      alter table {{ relation.render() }} add column {{ adapter.quote(column.name) }} {{ column.expanded_data_type }};
    {%- endcall -%}
  {%- endfor -%}
{%- endmacro -%}

{# Ends the versions that are over and adds the new ones. #}
{%- macro snapshot_merge_sql(target, source, insert_cols) -%}
  {{ return(adapter.dispatch('snapshot_merge_sql', 'dbt')(target, source, insert_cols)) }}
{%- endmacro -%}

{%- macro default__snapshot_merge_sql(target, source, insert_cols) -%}
  {%- set columns = btn_snapshot_columns() -%}
  {%- set names = insert_cols | join(', ') -%}
  merge into {{ target.render() }} as DBT_INTERNAL_DEST
  using {{ source }} as DBT_INTERNAL_SOURCE
    on DBT_INTERNAL_SOURCE.{{ columns.dbt_scd_id }} = DBT_INTERNAL_DEST.{{ columns.dbt_scd_id }}
  when matched
    and {{ btn_snapshot_is_current('DBT_INTERNAL_DEST.' ~ columns.dbt_valid_to) }}
    and DBT_INTERNAL_SOURCE.dbt_change_type in ('update', 'delete')
    then update set {{ columns.dbt_valid_to }} = DBT_INTERNAL_SOURCE.{{ columns.dbt_valid_to }}
  when not matched
    and DBT_INTERNAL_SOURCE.dbt_change_type = 'insert'
    then insert ({{ names }}) values ({{ names }})
{%- endmacro -%}

{# What is left to do once the snapshot is committed. #}
{%- macro post_snapshot(staging_relation) -%}
  {{ return(adapter.dispatch('post_snapshot', 'dbt')(staging_relation)) }}
{%- endmacro -%}

{%- macro default__post_snapshot(staging_relation) -%}
{%- endmacro -%}

{# Warns when the times of the history and of the strategy have different types. #}
{%- macro check_time_data_types(sql) -%}
  {%- set updated_at_type = get_updated_at_column_data_type(sql) -%}
  {%- set now_type = get_snapshot_get_time_data_type() -%}
  {%- if updated_at_type is not none and now_type is not none and updated_at_type != now_type -%}
    {% do exceptions.warn_snapshot_timestamp_data_types(now_type, updated_at_type) %}
  {%- endif -%}
{%- endmacro -%}

{%- macro get_updated_at_column_data_type(snapshot_sql) -%}
  {%- set found = namespace(type=none) -%}
  {%- for column in get_column_schema_from_query(snapshot_sql) if column.column in ['dbt_updated_at', 'DBT_UPDATED_AT'] -%}
    {%- set found.type = column.dtype -%}
  {%- endfor -%}
  {{ return(found.type) }}
{%- endmacro -%}

{# A key of several columns has one alias for each. #}

{%- macro unique_key_fields(unique_key) -%}
  {%- if unique_key | is_list -%}
    {%- for key in unique_key -%}
      {{ key }} as dbt_unique_key_{{ loop.index }}{{ ', ' if not loop.last }}
    {%- endfor -%}
  {%- else -%}
    {{ unique_key }} as dbt_unique_key
  {%- endif -%}
{%- endmacro -%}

{%- macro unique_key_join_on(unique_key, identifier, from_identifier) -%}
  {%- if unique_key | is_list -%}
    {%- for key in unique_key -%}
      {%- set column = '.dbt_unique_key_' ~ loop.index -%}
      {{ equals(identifier ~ column, from_identifier ~ column) | trim }}{{ ' and ' if not loop.last }}
    {%- endfor -%}
  {%- else -%}
    {{ identifier }}.dbt_unique_key = {{ from_identifier }}.dbt_unique_key
  {%- endif -%}
{%- endmacro -%}

{%- macro unique_key_is_null(unique_key, identifier) -%}
  {{ identifier }}.{{ 'dbt_unique_key_1' if unique_key | is_list else 'dbt_unique_key' }} is null
{%- endmacro -%}

{%- macro unique_key_is_not_null(unique_key, identifier) -%}
  {{ identifier }}.{{ 'dbt_unique_key_1' if unique_key | is_list else 'dbt_unique_key' }} is not null
{%- endmacro -%}

{# Stops when the target lacks columns of history: it is a table that something else has made. #}
{%- macro btn_check_snapshot_target(target, strategy) -%}
  {% do adapter.assert_valid_snapshot_target_given_strategy(target, btn_snapshot_columns(), strategy) %}
{%- endmacro -%}

{# As a template, for those who call it by name; the run itself does the same in TypeScript. #}
{%- materialization snapshot, default -%}
  {%- set exists, target = get_or_create_relation(
    database=model.database, schema=model.schema, identifier=model.get('alias', model.get('name')), type='table'
  ) -%}
  {%- if not target.is_table -%}
    {% do exceptions.relation_wrong_type(target, 'table') %}
  {%- endif -%}
  {{ run_hooks(pre_hooks, inside_transaction=false) }}
  {{ run_hooks(pre_hooks, inside_transaction=true) }}
  {%- set strategy = btn_snapshot_strategy(exists) -%}
  {%- if exists -%}
    {% do btn_check_snapshot_target(target, strategy) %}
    {%- set query = snapshot_staging_table(strategy, sql, target) -%}
    {%- set staging = build_snapshot_staging_table(strategy, sql, target) -%}
    {%- set final_sql = snapshot_merge_sql(target, staging, btn_prepare_snapshot_target(staging, target, strategy)) -%}
  {%- else -%}
    {%- set query = build_snapshot_table(strategy, model['compiled_code']) -%}
    {%- set final_sql = create_table_as(false, target, query) -%}
  {%- endif -%}
  {% do check_time_data_types(query) %}
  {%- call statement('main') -%}
    {{ final_sql }}
  {%- endcall -%}
  {% do apply_grants(target, config.get('grants'), should_revoke=should_revoke(exists, full_refresh_mode=false)) %}
  {% do persist_docs(target, model) %}
  {%- if not exists -%}
    {% do create_indexes(target) %}
  {%- endif -%}
  {{ run_hooks(post_hooks, inside_transaction=true) }}
  {{ adapter.commit() }}
  {%- if staging is defined -%}
    {% do post_snapshot(staging) %}
  {%- endif -%}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}
