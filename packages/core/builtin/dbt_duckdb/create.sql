{# The statements that make tables and views in DuckDB. #}

{%- macro create_table_as(temporary, relation, compiled_code, language='sql', partitioned_by=none, sorted_by=none) -%}
  {%- set implementation = adapter.dispatch('create_table_as', 'dbt') -%}
  {%- if partitioned_by is none and sorted_by is none -%}
    {{ return(implementation(temporary, relation, compiled_code, language)) }}
  {%- endif -%}
  {{ return(implementation(temporary, relation, compiled_code, language, partitioned_by=partitioned_by, sorted_by=sorted_by)) }}
{%- endmacro -%}

{%- macro duckdb__create_table_as(temporary, relation, compiled_code, language='sql', partitioned_by=none, sorted_by=none) -%}
  {%- if language == 'python' -%}
    {{ return(py_write_table(temporary=temporary, relation=relation, compiled_code=compiled_code, partitioned_by=partitioned_by, sorted_by=sorted_by)) }}
  {%- elif language != 'sql' -%}
    {% do exceptions.raise_compiler_error('create_table_as: a model is written in "sql" or "python", not in "' ~ language ~ '"') %}
  {%- endif -%}
  {{ return(duckdb_table_sql('create', temporary, relation, compiled_code, partitioned_by, sorted_by)) }}
{%- endmacro -%}

{#- Replaces a table in one step: others see the old one until the new one is complete. -#}
{%- macro duckdb__get_replace_table_sql(relation, sql) -%}
  {{ return(duckdb_table_sql('create or replace', false, relation, sql)) }}
{%- endmacro -%}

{%- macro duckdb_table_sql(verb, temporary, relation, sql, partitioned_by=none, sorted_by=none) -%}
  {%- set is_checked = config.get('contract').enforced -%}
  {%- if is_checked -%}
    {{ get_assert_columns_equivalent(sql) }}
  {%- endif -%}
  {%- set header = config.get('sql_header', none) -%}
  {{ header if header is not none }}
  {{ verb }} {{ 'temporary ' if temporary }}table {{ relation.include(database=not temporary, schema=not temporary) }}
  {%- if is_checked and not temporary %}
  {{ get_table_columns_and_constraints() }};
  {{- duckdb_layout_sql(relation, partitioned_by, sorted_by) }}
  insert into {{ relation }} {{ get_column_names() }} (
    {{ get_select_subquery(sql) }}
  );
  {%- elif partitioned_by or sorted_by %}
  as (
    select * from (
      {{ sql }}
    ) as model_subq
    limit 0
  );
  {{- duckdb_layout_sql(relation, partitioned_by, sorted_by) }}
  insert into {{ relation }}
    select * from (
      {{ sql }}
    ) as model_subq;
  {%- else %}
  as (
    {{ sql }}
  );
  {%- endif -%}
{%- endmacro -%}

{%- macro duckdb_layout_sql(relation, partitioned_by, sorted_by) -%}
  {%- if partitioned_by %}
  {{ duckdb__alter_table_set_partitioned_by(relation, partitioned_by) }}
  {%- endif -%}
  {%- if sorted_by %}
  {{ duckdb__alter_table_set_sorted_by(relation, sorted_by) }}
  {%- endif -%}
{%- endmacro -%}

{%- macro get_column_names() -%}
  (
  {%- for column in model['columns'].values() -%}
    {{ adapter.quote(column['name']) if column.get('quote') else column['name'] }}{{ ', ' if not loop.last }}
  {%- endfor -%}
  )
{%- endmacro -%}

{%- macro duckdb__create_view_as(relation, sql) -%}
  {{ return(duckdb_view_sql('create', relation, sql)) }}
{%- endmacro -%}

{%- macro duckdb__get_replace_view_sql(relation, sql) -%}
  {{ return(duckdb_view_sql('create or replace', relation, sql)) }}
{%- endmacro -%}

{%- macro duckdb_view_sql(verb, relation, sql) -%}
  {%- if config.get('contract').enforced -%}
    {{ get_assert_columns_equivalent(sql) }}
  {%- endif -%}
  {%- set header = config.get('sql_header', none) -%}
  {{ header if header is not none }}
  {{ verb }} view {{ relation }} as (
    {{ sql }}
  );
{%- endmacro -%}
