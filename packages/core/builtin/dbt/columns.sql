{# Columns of relations and of queries. #}

{%- macro get_columns_in_relation(relation) -%}
  {{ return(adapter.dispatch('get_columns_in_relation', 'dbt')(relation)) }}
{%- endmacro -%}

{%- macro default__get_columns_in_relation(relation) -%}
  {% do exceptions.raise_not_implemented('The adapter ' ~ adapter.type() ~ ' has no get_columns_in_relation') %}
{%- endmacro -%}

{# Rows of name, type, text length, precision and scale. #}
{%- macro sql_convert_columns_in_relation(table) -%}
  {%- set columns = [] -%}
  {%- for row in table -%}
    {% do columns.append(api.Column(*row)) %}
  {%- endfor -%}
  {{ return(columns) }}
{%- endmacro -%}

{%- macro get_list_of_column_names(columns) -%}
  {{ return(columns | map(attribute='name') | list) }}
{%- endmacro -%}

{%- macro get_empty_subquery_sql(select_sql, select_sql_header=none) -%}
  {{ return(adapter.dispatch('get_empty_subquery_sql', 'dbt')(select_sql, select_sql_header)) }}
{%- endmacro -%}

{# The columns of the query without its rows. #}
{%- macro default__get_empty_subquery_sql(select_sql, select_sql_header=none) -%}
  {{ select_sql_header if select_sql_header is not none }}
  select * from (
    {{ select_sql }}
  ) as __dbt_sbq
  where false
  limit 0
{%- endmacro -%}

{%- macro get_empty_schema_sql(columns) -%}
  {{ return(adapter.dispatch('get_empty_schema_sql', 'dbt')(columns)) }}
{%- endmacro -%}

{# A query with no purpose but its column types: those that the properties file promises. #}
{%- macro default__get_empty_schema_sql(columns) -%}
  {%- set untyped = columns.values() | selectattr('data_type', 'undefined') | map(attribute='name') | list -%}
  {%- if untyped -%}
    {% do exceptions.column_type_missing(column_names=untyped) %}
  {%- endif -%}
  {%- set unscaled = [] -%}
  {%- for column in columns.values() if column['data_type'].strip().lower() in ['numeric', 'decimal', 'number'] -%}
    {% do unscaled.append(column['name']) %}
  {%- endfor -%}
  {%- if unscaled -%}
    {% do exceptions.warn(
      'These columns are numeric without precision and scale, so values may be rounded: ' ~ unscaled | join(', ')
    ) %}
  {%- endif -%}
  select
  {%- for column in columns.values() %}
    {{ cast('null', column['data_type']) }} as {{ adapter.quote(column['name']) if column.get('quote') else column['name'] }}
    {{- ', ' if not loop.last }}
  {%- endfor %}
{%- endmacro -%}

{%- macro get_column_schema_from_query(select_sql, select_sql_header=none) -%}
  {{ return(adapter.get_column_schema_from_query(get_empty_subquery_sql(select_sql, select_sql_header))) }}
{%- endmacro -%}

{%- macro get_columns_in_query(select_sql) -%}
  {{ return(adapter.dispatch('get_columns_in_query', 'dbt')(select_sql)) }}
{%- endmacro -%}

{%- macro default__get_columns_in_query(select_sql) -%}
  {%- call statement('get_columns_in_query', fetch_result=true, auto_begin=false) -%}
    {{ get_empty_subquery_sql(select_sql) }}
  {%- endcall -%}
  {{ return(load_result('get_columns_in_query').table.columns | map(attribute='name') | list) }}
{%- endmacro -%}

{%- macro alter_column_type(relation, column_name, new_column_type) -%}
  {{ return(adapter.dispatch('alter_column_type', 'dbt')(relation, column_name, new_column_type)) }}
{%- endmacro -%}

{# By way of a second column, since not every database can change a type in place. #}
{%- macro default__alter_column_type(relation, column_name, new_column_type) -%}
  {%- set table, old, new = relation.render(), adapter.quote(column_name), adapter.quote(column_name ~ '__dbt_alter') -%}
  {%- call statement('alter_column_type') -%}
    alter table {{ table }} add column {{ new }} {{ new_column_type }};
    update {{ table }} set {{ new }} = {{ old }};
    alter table {{ table }} drop column {{ old }} cascade;
    alter table {{ table }} rename column {{ new }} to {{ old }}
  {%- endcall -%}
{%- endmacro -%}

{%- macro alter_relation_add_remove_columns(relation, add_columns=none, remove_columns=none) -%}
  {{ return(adapter.dispatch('alter_relation_add_remove_columns', 'dbt')(relation, add_columns, remove_columns)) }}
{%- endmacro -%}

{%- macro default__alter_relation_add_remove_columns(relation, add_columns, remove_columns) -%}
  {%- set changes = [] -%}
  {%- for column in add_columns or [] -%}
    {% do changes.append('add column ' ~ column.quoted ~ ' ' ~ column.expanded_data_type) %}
  {%- endfor -%}
  {%- for column in remove_columns or [] -%}
    {% do changes.append('drop column ' ~ column.quoted) %}
  {%- endfor -%}
  {% do run_query('alter ' ~ relation.type ~ ' ' ~ relation.render() ~ ' ' ~ changes | join(', ')) %}
{%- endmacro -%}
