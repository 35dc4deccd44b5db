{# Contracts: the columns that a model promises, in DDL and as a check before it is built. #}

{%- macro get_table_columns_and_constraints() -%}
  {{ return(adapter.dispatch('get_table_columns_and_constraints', 'dbt')()) }}
{%- endmacro -%}

{%- macro default__get_table_columns_and_constraints() -%}
  {{ return(table_columns_and_constraints()) }}
{%- endmacro -%}

{%- macro table_columns_and_constraints() -%}
  {%- set of_columns = adapter.render_raw_columns_constraints(raw_columns=model['columns']) -%}
  {%- set of_model = adapter.render_raw_model_constraints(raw_constraints=model['constraints']) -%}
  (
    {{ (of_columns + of_model) | join(',\n    ') }}
  )
{%- endmacro -%}

{%- macro get_select_subquery(sql) -%}
  {{ return(adapter.dispatch('get_select_subquery', 'dbt')(sql)) }}
{%- endmacro -%}

{%- macro default__get_select_subquery(sql) -%}
  select {{ adapter.dispatch('get_column_names', 'dbt')() }}
  from (
    {{ sql }}
  ) as model_subq
{%- endmacro -%}

{%- macro default__get_column_names() -%}
  {%- for column in model['columns'].values() -%}
    {{ adapter.quote(column['name']) if column.get('quote') else column['name'] }}{{ ', ' if not loop.last }}
  {%- endfor -%}
{%- endmacro -%}

{%- macro get_assert_columns_equivalent(sql) -%}
  {{ return(adapter.dispatch('get_assert_columns_equivalent', 'dbt')(sql)) }}
{%- endmacro -%}

{%- macro default__get_assert_columns_equivalent(sql) -%}
  {{ return(assert_columns_equivalent(sql)) }}
{%- endmacro -%}

{# Writes nothing: it stops the build when names, types or the number of columns differ. Order does not matter. #}
{%- macro assert_columns_equivalent(sql) -%}
  {%- if not model['columns'] -%}
    {% do exceptions.raise_contract_error([], []) %}
  {%- endif -%}
  {%- set actual = format_columns(get_column_schema_from_query(sql, config.get('sql_header', none))) -%}
  {%- set promised = format_columns(get_column_schema_from_query(get_empty_schema_sql(model['columns']))) -%}
  {%- set is_broken = namespace(value=actual | length != promised | length) -%}
  {%- for column in actual -%}
    {%- set same_name = promised | selectattr('name', 'equalto', column['name']) | list -%}
    {%- if not same_name or same_name[0]['formatted'] != column['formatted'] -%}
      {%- set is_broken.value = true -%}
    {%- endif -%}
  {%- endfor -%}
  {%- if is_broken.value -%}
    {% do exceptions.raise_contract_error(promised, actual) %}
  {%- endif -%}
{%- endmacro -%}

{%- macro format_columns(columns) -%}
  {%- set formatted = [] -%}
  {%- for column in columns -%}
    {% do formatted.append(adapter.dispatch('format_column', 'dbt')(column)) %}
  {%- endfor -%}
  {{ return(formatted) }}
{%- endmacro -%}

{%- macro default__format_column(column) -%}
  {{ return({
    'name': column.name,
    'data_type': column.dtype,
    'formatted': column.column.lower() ~ ' ' ~ column.dtype,
  }) }}
{%- endmacro -%}
