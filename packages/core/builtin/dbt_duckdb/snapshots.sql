{# Snapshots in DuckDB. #}

{#- Two statements: versions end, and new ones begin. -#}
{%- macro duckdb__snapshot_merge_sql(target, source, insert_cols) -%}
  {%- set columns = btn_snapshot_columns() -%}
  {%- set end_of_time = config.get('dbt_valid_to_current') -%}
  {%- set valid_to = 'DBT_INTERNAL_TARGET.' ~ columns.dbt_valid_to -%}
  update {{ target }} as DBT_INTERNAL_TARGET
  set {{ columns.dbt_valid_to }} = DBT_INTERNAL_SOURCE.{{ columns.dbt_valid_to }}
  from {{ source }} as DBT_INTERNAL_SOURCE
  where DBT_INTERNAL_SOURCE.{{ columns.dbt_scd_id }}::text = DBT_INTERNAL_TARGET.{{ columns.dbt_scd_id }}::text
    and DBT_INTERNAL_SOURCE.dbt_change_type::text in ('update', 'delete')
    and ({{ valid_to ~ ' = ' ~ end_of_time ~ ' or ' if end_of_time }}{{ valid_to }} is null);
  insert into {{ target }} ({{ insert_cols | join(', ') }})
  select
    {%- for column in insert_cols %}
    DBT_INTERNAL_SOURCE.{{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
  from {{ source }} as DBT_INTERNAL_SOURCE
  where DBT_INTERNAL_SOURCE.dbt_change_type::text = 'insert';
{%- endmacro -%}

{%- macro duckdb__post_snapshot(temporary_relation) -%}
  {{ return(drop_relation(temporary_relation)) }}
{%- endmacro -%}
