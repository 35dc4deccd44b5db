{# Loading a CSV file into a table. #}

{%- macro create_csv_table(model, agate_table) -%}
  {{ return(adapter.dispatch('create_csv_table', 'dbt')(model, agate_table)) }}
{%- endmacro -%}

{%- macro default__create_csv_table(model, agate_table) -%}
  {%- set fixed = model['config'].get('column_types', {}) -%}
  {%- set is_quoted = model['config'].get('quote_columns', none) -%}
  {%- set columns = [] -%}
  {%- for name in agate_table.column_names -%}
    {%- set type = fixed.get(name, adapter.convert_type(agate_table, loop.index0)) -%}
    {% do columns.append(adapter.quote_seed_column(name | string, is_quoted) ~ ' ' ~ type) %}
  {%- endfor -%}
  {%- set sql = 'create table ' ~ this.render() ~ ' (' ~ columns | join(', ') ~ ')' -%}
  {%- call statement('_') -%} {{ sql }} {%- endcall -%}
  {{ return(sql) }}
{%- endmacro -%}

{%- macro reset_csv_table(model, full_refresh, old_relation, agate_table) -%}
  {{ return(adapter.dispatch('reset_csv_table', 'dbt')(model, full_refresh, old_relation, agate_table)) }}
{%- endmacro -%}

{%- macro default__reset_csv_table(model, full_refresh, old_relation, agate_table) -%}
  {%- if not full_refresh -%}
    {% do adapter.truncate_relation(old_relation) %}
    {{ return('truncate table ' ~ old_relation.render()) }}
  {%- endif -%}
  {% do adapter.drop_relation(old_relation) %}
  {{ return(create_csv_table(model, agate_table)) }}
{%- endmacro -%}

{%- macro load_csv_rows(model, agate_table) -%}
  {{ return(adapter.dispatch('load_csv_rows', 'dbt')(model, agate_table)) }}
{%- endmacro -%}

{# The first batch's statement, for the file in target/run. #}
{%- macro default__load_csv_rows(model, agate_table) -%}
  {%- set columns = get_seed_column_quoted_csv(model, agate_table.column_names) -%}
  {%- set row_marks = '(' ~ ([get_binding_char()] * agate_table.column_names | length) | join(',') ~ ')' -%}
  {%- set statements = [] -%}
  {%- for chunk in agate_table.rows | batch(get_batch_size()) -%}
    {%- set values = [] -%}
    {%- for row in chunk -%}{% do values.extend(row) %}{%- endfor -%}
    {%- set sql = 'insert into ' ~ this.render() ~ ' (' ~ columns ~ ') values '
      ~ ([row_marks] * chunk | length) | join(',') -%}
    {% do adapter.add_query(sql, bindings=values, abridge_sql_log=true) %}
    {% do statements.append(sql) %}
  {%- endfor -%}
  {{ return(statements[0]) }}
{%- endmacro -%}

{%- macro get_csv_sql(create_or_truncate_sql, insert_sql) -%}
  {{ return(adapter.dispatch('get_csv_sql', 'dbt')(create_or_truncate_sql, insert_sql)) }}
{%- endmacro -%}

{%- macro default__get_csv_sql(create_or_truncate_sql, insert_sql) -%}
  {{ create_or_truncate_sql }};
  -- dbt seed --
  {{ insert_sql }}
{%- endmacro -%}

{%- macro get_binding_char() -%}
  {{ return(adapter.dispatch('get_binding_char', 'dbt')()) }}
{%- endmacro -%}

{%- macro default__get_binding_char() -%}
  {{ return('%s') }}
{%- endmacro -%}

{%- macro get_batch_size() -%}
  {{ return(adapter.dispatch('get_batch_size', 'dbt')()) }}
{%- endmacro -%}

{%- macro default__get_batch_size() -%}
  {{ return(10000) }}
{%- endmacro -%}

{%- macro get_seed_column_quoted_csv(model, column_names) -%}
  {%- set is_quoted = model['config'].get('quote_columns', none) -%}
  {%- set names = [] -%}
  {%- for name in column_names -%}
    {% do names.append(adapter.quote_seed_column(name, is_quoted)) %}
  {%- endfor -%}
  {{ return(names | join(', ')) }}
{%- endmacro -%}
