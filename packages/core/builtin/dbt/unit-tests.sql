{# Unit tests: made-up rows as queries, and the query that lays what a model gives beside what is expected of it. #}

{% materialization unit, default %}
  {%- set header = config.get('sql_header') if flags.REQUIRE_SQL_HEADER_IN_TEST_CONFIGS else none -%}
  {%- set rows = config.get('expected_rows') -%}
  {%- set wanted = rows[0].keys() if rows | length > 0 else get_columns_in_query(sql) -%}
  {%- set shape = make_temp_relation(this.incorporate(type='table')) -%}
  {#- An empty table tells the types of what the query gives. -#}
  {%- do run_query(get_create_table_as_sql(True, shape, get_empty_subquery_sql(sql))) -%}
  {%- set types = {} -%}
  {%- set quoted = {} -%}
  {%- for column in adapter.get_columns_in_relation(shape) -%}
    {%- do types.update({column.name | lower: column.data_type}) -%}
    {%- do quoted.update({column.name | lower: column.quoted}) -%}
  {%- endfor -%}
  {%- set names = [] -%}
  {%- for name in wanted -%}
    {%- do names.append(quoted[name | lower]) -%}
  {%- endfor -%}
  {%- set expected = config.get('expected_sql') or get_expected_sql(rows, types, quoted) -%}
  {%- call statement('main', fetch_result=True) -%}
    {{ header if header }}
    {{ get_unit_test_sql(sql, expected, names) }}
  {%- endcall -%}
  {%- do adapter.drop_relation(shape) -%}
  {{ return({'relations': []}) }}
{% endmaterialization %}

{%- macro get_unit_test_sql(main_sql, expected_fixture_sql, expected_column_names) -%}
  {{ return(adapter.dispatch('get_unit_test_sql', 'dbt')(main_sql, expected_fixture_sql, expected_column_names)) }}
{%- endmacro -%}

{%- macro default__get_unit_test_sql(main_sql, expected_fixture_sql, expected_column_names) -%}
{%- set columns = expected_column_names | join(', ') -%}
{%- set label = adapter.quote('actual_or_expected') -%}
with dbt_internal_unit_test_actual as (
  select {{ columns }}, {{ dbt.string_literal('actual') }} as {{ label }}
  from (
    {{ main_sql }}
  ) _dbt_internal_unit_test_actual
),
dbt_internal_unit_test_expected as (
  select {{ columns }}, {{ dbt.string_literal('expected') }} as {{ label }}
  from (
    {{ expected_fixture_sql }}
  ) _dbt_internal_unit_test_expected
)
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected
{%- endmacro -%}

{#- The rows of an input. Columns that a row leaves out are null; their types are those of the relation that it stands for. -#}
{% macro get_fixture_sql(rows, column_name_to_data_types) %}
-- Fixture for {{ model.name }}
{%- set types = column_name_to_data_types or {} -%}
{%- set quoted = {} -%}
{%- if not types -%}
  {%- set relation = defer_relation if defer_relation and not load_relation(this) else this -%}
  {%- for column in adapter.get_columns_in_relation(relation) -%}
    {%- do types.update({column.name | lower: column.data_type}) -%}
    {%- do quoted.update({column.name | lower: column.quoted}) -%}
  {%- endfor -%}
{%- endif -%}
{%- if not types -%}
  {%- do exceptions.raise_compiler_error(
    "Not able to get columns for unit test '" ~ model.name ~ "' from relation " ~ this ~ " because the relation doesn't exist"
  ) -%}
{%- endif -%}
{%- set nothing = {} -%}
{%- for name, type in types.items() -%}
  {%- do nothing.update({name: safe_cast('null', type) | trim}) -%}
{%- endfor -%}
{{ validate_fixture_rows(rows, row_number) }}
{%- for row in rows %}
  {%- set full = nothing.copy() -%}
  {%- do full.update(format_row(row, types)) %}
select {{ unit_test_values(full, quoted) }}
{{ 'union all' if not loop.last }}
{%- endfor -%}
{%- if rows | length == 0 %}
select {{ unit_test_values(nothing, quoted) }}
limit 0
{%- endif -%}
{% endmacro %}

{%- macro get_expected_sql(rows, column_name_to_data_types, column_name_to_quoted) -%}
{%- for row in rows %}
select {{ unit_test_values(format_row(row, column_name_to_data_types), column_name_to_quoted) }}
{{ 'union all' if not loop.last }}
{%- endfor -%}
{%- if rows | length == 0 -%}
select * from dbt_internal_unit_test_actual
limit 0
{%- endif -%}
{%- endmacro -%}

{%- macro unit_test_values(row, quoted) -%}
  {%- for name, value in row.items() -%}
    {{ value }} as {{ quoted[name] }}{{ ', ' if not loop.last }}
  {%- endfor -%}
{%- endmacro -%}

{#- A row with the names of its columns in lower case and its values as SQL of the columns' types. -#}
{%- macro format_row(row, column_name_to_data_types) -%}
  {%- set formatted = {} -%}
  {%- for column, value in row.items() -%}
    {%- set name = column | lower -%}
    {%- if name not in column_name_to_data_types -%}
      {%- set fixture = 'expected output' if model.resource_type == 'unit_test' else "'" ~ model.name ~ "'" -%}
      {%- do exceptions.raise_compiler_error(
        "Invalid column name: '" ~ name ~ "' in unit test fixture for " ~ fixture ~ "."
        ~ "\nAccepted columns for " ~ fixture ~ " are: " ~ (column_name_to_data_types.keys() | list)
      ) -%}
    {%- endif -%}
    {%- set type = column_name_to_data_types[name] -%}
    {%- if value is string -%}
      {#- Text that is too long for the column would be cut off without a word. -#}
      {%- set bare = type.split('(')[0] if 'varying' in type else type -%}
      {%- do formatted.update({name: safe_cast(dbt.string_literal(dbt.escape_single_quotes(value)), bare)}) -%}
    {%- else -%}
      {%- do formatted.update({name: safe_cast('null' if value is none else value, type)}) -%}
    {%- endif -%}
  {%- endfor -%}
  {{ return(formatted) }}
{%- endmacro -%}

{#- For adapters that want to look at the rows first. -#}
{%- macro validate_fixture_rows(rows, row_number) -%}
  {{ return(adapter.dispatch('validate_fixture_rows', 'dbt')(rows, row_number)) }}
{%- endmacro -%}

{%- macro default__validate_fixture_rows(rows, row_number) -%}
{%- endmacro -%}
