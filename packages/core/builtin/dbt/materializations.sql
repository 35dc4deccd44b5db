{#
  How relations are built, as templates. btn builds views, tables and the rest in its own way, which calls the same macros; these
  stand for whoever calls or replaces one of them, as `dbt.materialization_view_default()`.
#}

{#- What an earlier run left behind goes; then come the hooks before the build. -#}
{%- macro btn_begin_build(leftovers, pre_hooks) -%}
  {%- for leftover in leftovers -%}
    {% do drop_relation_if_exists(load_cached_relation(leftover)) %}
  {%- endfor -%}
  {{ run_hooks(pre_hooks, inside_transaction=false) }}
  {{ run_hooks(pre_hooks, inside_transaction=true) }}
{%- endmacro -%}

{#- Privileges and comments, the hooks that belong inside, the end of the transaction. -#}
{%- macro btn_end_build(target, existing, is_full, post_hooks) -%}
  {% do apply_grants(target, config.get('grants'), should_revoke=should_revoke(existing, is_full)) %}
  {% do persist_docs(target, model) %}
  {{ run_hooks(post_hooks, inside_transaction=true) }}
  {% do adapter.commit() %}
{%- endmacro -%}

{%- materialization view, default -%}
  {%- set target = this.incorporate(type='view') -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set beside = make_intermediate_relation(target) -%}
  {%- set backup = make_backup_relation(target, existing.type if existing else 'view') -%}
  {{ btn_begin_build([beside, backup], pre_hooks) }}
  {%- call statement('main') -%}
    {{ get_create_view_as_sql(beside, sql) }}
  {%- endcall -%}
  {%- if existing and load_cached_relation(existing) -%}
    {% do adapter.rename_relation(existing, backup) %}
  {%- endif -%}
  {% do adapter.rename_relation(beside, target) %}
  {{ btn_end_build(target, existing, true, post_hooks) }}
  {% do drop_relation_if_exists(backup) %}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}

{%- materialization table, default -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set beside = make_intermediate_relation(target) -%}
  {%- set backup = make_backup_relation(target, existing.type if existing else 'table') -%}
  {{ btn_begin_build([beside, backup], pre_hooks) }}
  {%- call statement('main') -%}
    {{ get_create_table_as_sql(false, beside, sql) }}
  {%- endcall -%}
  {% do create_indexes(beside) %}
  {%- if existing and load_cached_relation(existing) -%}
    {% do adapter.rename_relation(existing, backup) %}
  {%- endif -%}
  {% do adapter.rename_relation(beside, target) %}
  {{ btn_end_build(target, existing, true, post_hooks) }}
  {% do drop_relation_if_exists(backup) %}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}

{#- The statement that brings the rows of `staging` into the existing table. -#}
{%- macro btn_incremental_sql(staging, target, existing, on_schema_change) -%}
  {%- set changed = process_schema_changes(on_schema_change, staging, existing) -%}
  {%- set strategy = adapter.get_incremental_strategy_macro(context, config.get('incremental_strategy') or 'default') -%}
  {{ return(strategy({
    'target_relation': target,
    'temp_relation': staging,
    'unique_key': config.get('unique_key'),
    'dest_columns': changed or adapter.get_columns_in_relation(existing),
    'incremental_predicates': config.get('predicates', none) or config.get('incremental_predicates', none),
  })) }}
{%- endmacro -%}

{%- materialization incremental, default -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set is_full = should_full_refresh() or existing.is_view -%}
  {%- set beside = make_intermediate_relation(target) -%}
  {%- set backup = make_backup_relation(target, existing.type if existing else 'table') -%}
  {%- set on_schema_change = incremental_validate_on_schema_change(config.get('on_schema_change'), default='ignore') -%}
  {{ btn_begin_build([beside, backup], pre_hooks) }}
  {%- if not existing -%}
    {%- set build_sql = get_create_table_as_sql(false, target, sql) -%}
  {%- elif is_full -%}
    {%- set build_sql = get_create_table_as_sql(false, beside, sql) -%}
  {%- else -%}
    {%- set staging = make_temp_relation(target) -%}
    {% do run_query(get_create_table_as_sql(true, staging, sql)) %}
    {%- if not (config.get('contract') or {}).enforced -%}
      {% do adapter.expand_target_column_types(from_relation=staging, to_relation=target) %}
    {%- endif -%}
    {%- set build_sql = btn_incremental_sql(staging, target, existing, on_schema_change) -%}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ build_sql }}
  {%- endcall -%}
  {%- if not existing -%}
    {% do create_indexes(target) %}
  {%- elif is_full -%}
    {% do create_indexes(beside) %}
    {% do adapter.rename_relation(existing, backup) %}
    {% do adapter.rename_relation(beside, target) %}
  {%- endif -%}
  {{ btn_end_build(target, existing, is_full, post_hooks) }}
  {%- if existing and is_full -%}
    {% do adapter.drop_relation(backup) %}
  {%- endif -%}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}

{%- materialization seed, default -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- set existing = adapter.get_relation(database=database, schema=schema, identifier=model['alias']) -%}
  {%- set is_full = should_full_refresh() -%}
  {%- set rows = load_agate_table() -%}
  {%- set row_count = rows.rows | length -%}
  {%- set code = 'CREATE' if is_full else 'INSERT' -%}
  {% do store_result('agate_table', response='OK', agate_table=rows) %}
  {{ btn_begin_build([], pre_hooks) }}
  {%- if existing and existing.is_view -%}
    {% do exceptions.raise_compiler_error("Cannot seed to '" ~ existing.render() ~ "': it is a view") %}
  {%- endif -%}
  {%- set table_sql = reset_csv_table(model, is_full, existing, rows) if existing else create_csv_table(model, rows) -%}
  {%- set rows_sql = load_csv_rows(model, rows) if row_count else '' -%}
  {%- call noop_statement('main', code ~ ' ' ~ row_count, code, row_count) -%}
    {{ get_csv_sql(table_sql, rows_sql) }};
  {%- endcall -%}
  {%- if is_full or not existing -%}
    {% do create_indexes(target) %}
  {%- endif -%}
  {{ btn_end_build(target, existing, is_full, post_hooks) }}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}

{#- The failing rows are kept first where that is asked for, and counted from there. -#}
{%- materialization test, default -%}
  {%- set header = config.get('sql_header') if flags.REQUIRE_SQL_HEADER_IN_TEST_CONFIGS else none -%}
  {%- set rows_sql = get_limit_subquery_sql(sql, config.get('limit')) -%}
  {%- set kept = [] -%}
  {%- if should_store_failures() -%}
    {%- set kind = config.get('store_failures_as') or 'table' -%}
    {%- if kind not in ['table', 'view'] -%}
      {% do exceptions.raise_compiler_error(
        "store_failures_as: '" ~ kind ~ "' is not a valid value: 'ephemeral', 'table' and 'view' are"
      ) %}
    {%- endif -%}
    {%- set target = api.Relation.create(database=database, schema=schema, identifier=model['alias'], type=kind) -%}
    {% do drop_relation_if_exists(adapter.get_relation(database=database, schema=schema, identifier=model['alias'])) %}
    {%- call statement(auto_begin=true) -%}
      {{ header if header }}
      {{ get_create_sql(target, rows_sql) }}
    {%- endcall -%}
    {% do adapter.commit() %}
    {% do kept.append(target) %}
  {%- endif -%}
  {%- set source_sql = 'select *\nfrom ' ~ kept[0] if kept else rows_sql -%}
  {%- call statement('main', fetch_result=true) -%}
    {{ header if header }}
    {{ get_test_sql(source_sql, config.get('fail_calc'), config.get('warn_if'), config.get('error_if'), limit=none) }}
  {%- endcall -%}
  {{ return({'relations': kept}) }}
{%- endmaterialization -%}

{%- materialization materialized_view, default -%}
  {%- set target = this.incorporate(type=this.MaterializedView) -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set beside = make_intermediate_relation(target) -%}
  {%- set backup = make_backup_relation(target, existing.type if existing else target.MaterializedView) -%}
  {{ materialized_view_setup(backup, beside, pre_hooks) }}
  {%- set build_sql = materialized_view_get_build_sql(existing, target, backup, beside) -%}
  {%- if build_sql == '' -%}
    {{ materialized_view_execute_no_op(target) }}
  {%- else -%}
    {{ materialized_view_execute_build_sql(build_sql, existing, target, post_hooks) }}
  {%- endif -%}
  {{ materialized_view_teardown(backup, beside, post_hooks) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}

{%- macro materialized_view_setup(backup_relation, intermediate_relation, pre_hooks) -%}
  {%- for leftover in [backup_relation, intermediate_relation] -%}
    {% do drop_relation_if_exists(load_cached_relation(leftover)) %}
  {%- endfor -%}
  {{ run_hooks(pre_hooks, inside_transaction=false) }}
{%- endmacro -%}

{%- macro materialized_view_teardown(backup_relation, intermediate_relation, post_hooks) -%}
  {%- for leftover in [backup_relation, intermediate_relation] -%}
    {% do drop_relation_if_exists(leftover) %}
  {%- endfor -%}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
{%- endmacro -%}

{#- Empty text: there is nothing to do. -#}
{%- macro materialized_view_get_build_sql(existing_relation, target_relation, backup_relation, intermediate_relation) -%}
  {%- if existing_relation is none -%}
    {{ return(get_create_materialized_view_as_sql(target_relation, sql)) }}
  {%- elif should_full_refresh() or not existing_relation.is_materialized_view -%}
    {{ return(get_replace_sql(existing_relation, target_relation, sql)) }}
  {%- endif -%}
  {%- set changes = get_materialized_view_configuration_changes(existing_relation, config) -%}
  {%- set wish = config.get('on_configuration_change') -%}
  {%- set news = 'The configuration of ' ~ target_relation.render() ~ ' changed, and on_configuration_change is "' ~ wish ~ '"' -%}
  {%- if changes is none -%}
    {{ return(refresh_materialized_view(target_relation)) }}
  {%- elif wish == 'apply' -%}
    {{ return(get_alter_materialized_view_as_sql(
      target_relation, changes, sql, existing_relation, backup_relation, intermediate_relation
    )) }}
  {%- elif wish == 'continue' -%}
    {% do exceptions.warn(news) %}
    {{ return('') }}
  {%- elif wish == 'fail' -%}
    {% do exceptions.raise_fail_fast_error(news) %}
  {%- endif -%}
  {% do exceptions.raise_compiler_error(news) %}
{%- endmacro -%}

{%- macro materialized_view_execute_no_op(target_relation) -%}
  {% do store_raw_result(name='main', message='skip ' ~ target_relation, code='skip', rows_affected='-1') %}
{%- endmacro -%}

{%- macro materialized_view_execute_build_sql(build_sql, existing_relation, target_relation, post_hooks) -%}
  {{ run_hooks(pre_hooks, inside_transaction=true) }}
  {%- call statement(name='main') -%}
    {{ build_sql }}
  {%- endcall -%}
  {{ btn_end_build(target_relation, existing_relation, true, post_hooks) }}
{%- endmacro -%}

{#- Older names: a view in one statement where the database can. -#}
{%- macro create_or_replace_view() -%}
  {%- set existing = adapter.get_relation(database=database, schema=schema, identifier=model['alias']) -%}
  {%- set target = api.Relation.create(database=database, schema=schema, identifier=model['alias'], type='view') -%}
  {{ run_hooks(pre_hooks) }}
  {%- if existing and not existing.is_view -%}
    {{ handle_existing_table(should_full_refresh(), existing) }}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ get_create_view_as_sql(target, sql) }}
  {%- endcall -%}
  {% do apply_grants(target, config.get('grants'), should_revoke=should_revoke(existing, true)) %}
  {{ run_hooks(post_hooks) }}
  {{ return({'relations': [target]}) }}
{%- endmacro -%}
