{# Tables in DuckDB, as templates; see the package dbt. #}

{%- materialization table, adapter='duckdb', supported_languages=['sql', 'python'] -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set beside = make_intermediate_relation(target) -%}
  {%- set backup = make_backup_relation(target, existing.type if existing else 'table') -%}
  {%- set language = model['language'] -%}
  {{ btn_begin_build([beside, backup], pre_hooks) }}
  {%- if has_foreign_key_constraints(existing) -%}
    {%- set aside = drop_relation_for_rebuild(existing) if existing else [] -%}
    {%- call statement('main', language=language) -%}
      {{- create_table_as(false, target, compiled_code, language) -}}
    {%- endcall -%}
  {%- else -%}
    {%- call statement('main', language=language) -%}
      {{- create_table_as(false, beside, compiled_code, language) -}}
    {%- endcall -%}
    {%- set aside = btn_swap_in(beside, target, existing, backup) -%}
  {%- endif -%}
  {% do restore_foreign_key_dependents(aside) %}
  {% do create_indexes(target) %}
  {{ btn_end_build(target, existing, true, post_hooks) }}
  {% do drop_relation_if_exists(backup) %}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}

{%- materialization incremental, adapter='duckdb', supported_languages=['sql', 'python'] -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set is_full = should_full_refresh() or existing.is_view -%}
  {%- set beside = make_intermediate_relation(target) -%}
  {%- set backup = make_backup_relation(target, existing.type if existing else 'table') -%}
  {%- set on_schema_change = incremental_validate_on_schema_change(config.get('on_schema_change'), default='ignore') -%}
  {%- set language = namespace(main=model['language']) -%}
  {%- set work = namespace(aside=[], done=[]) -%}
  {%- set is_in_place = not existing or (is_full and has_foreign_key_constraints(existing)) -%}
  {{ btn_begin_build([beside, backup], pre_hooks) }}
  {%- if is_in_place -%}
    {%- set work.aside = drop_relation_for_rebuild(existing) if existing else [] -%}
    {%- set build_sql = create_table_as(false, target, compiled_code, language.main) -%}
  {%- elif is_full -%}
    {%- set build_sql = create_table_as(false, beside, compiled_code, language.main) -%}
  {%- else -%}
    {%- set staging = make_temp_relation(target) -%}
    {%- call statement('pre', language=language.main) -%}
      {{- create_table_as(true, staging, compiled_code, language.main) -}}
    {%- endcall -%}
    {% do adapter.expand_target_column_types(from_relation=staging, to_relation=target) %}
    {%- set build_sql = btn_incremental_sql(staging, target, existing, on_schema_change) -%}
    {%- set language.main = 'sql' -%}
  {%- endif -%}
  {%- call statement('main', language=language.main) -%}
    {{- build_sql -}}
  {%- endcall -%}
  {%- if is_full and not is_in_place -%}
    {%- set work.aside = btn_swap_in(beside, target, existing, backup) -%}
    {% do work.done.append(backup) %}
  {%- endif -%}
  {% do restore_foreign_key_dependents(work.aside) %}
  {%- if not existing or is_full -%}
    {% do create_indexes(target) %}
  {%- endif -%}
  {{ btn_end_build(target, existing, is_full, post_hooks) }}
  {%- for relation in work.done -%}
    {% do drop_indexes_on_relation(relation) %}
    {% do adapter.drop_relation(relation) %}
  {%- endfor -%}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}

{#- The new table takes over the name; what a foreign key makes step aside is given back. -#}
{%- macro btn_swap_in(beside, target, existing, backup) -%}
  {%- set aside = [] -%}
  {%- if existing -%}
    {% do drop_indexes_on_relation(existing) %}
    {%- if existing.is_table and may_be_foreign_key_target(existing) -%}
      {% do aside.extend(drop_foreign_key_dependents(existing)) %}
    {%- endif -%}
    {% do adapter.rename_relation(existing, backup) %}
  {%- endif -%}
  {% do adapter.rename_relation(beside, target) %}
  {{ return(aside) }}
{%- endmacro -%}

{#- The rows stand in a table meanwhile, so that the query runs once. -#}
{%- materialization external, adapter='duckdb', supported_languages=['sql', 'python'] -%}
  {%- set location, options, reader, format = btn_external_file() -%}
  {%- set target = this.incorporate(type='view') -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set filled = make_intermediate_relation(this.incorporate(type='table')) -%}
  {{ btn_begin_build([filled], pre_hooks) }}
  {%- call statement('create_table', language=model['language']) -%}
    {{- create_table_as(false, filled, compiled_code, model['language']) -}}
  {%- endcall -%}
  {%- set is_empty = run_query('select count(*) from ' ~ filled).columns[0][0] == 0 -%}
  {%- set columns = adapter.get_columns_in_relation(filled) if is_empty else none -%}
  {%- if is_empty -%}
    {% do run_query(btn_external_filler(filled)) %}
  {%- endif -%}
  {% do write_to_file(filled, location, options) %}
  {%- if existing and not existing.is_view -%}
    {% do adapter.drop_relation(existing) %}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ btn_external_view(target, reader, columns) }}
  {%- endcall -%}
  {% do drop_relation_if_exists(filled) %}
  {{ btn_end_build(target, existing, true, post_hooks) }}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}

{%- materialization table_function, adapter='duckdb' -%}
  {%- set target = this.incorporate(type='view') -%}
  {{ btn_begin_build([], pre_hooks) }}
  {%- call statement('main') -%}
    {{ btn_table_function(target, sql) }}
  {%- endcall -%}
  {% do persist_docs(target, model) %}
  {{ run_hooks(post_hooks, inside_transaction=true) }}
  {% do adapter.commit() %}
  {{ run_hooks(post_hooks, inside_transaction=false) }}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}
