{# DuckDB keeps a function as a macro. #}
{% macro duckdb__scalar_function_sql(target_relation) %}
  create or replace macro {{ target_relation }} (
    {%- for argument in model.arguments -%}
      {{ argument.name }}{{ ' := ' ~ argument.default_value if argument.default_value is defined }}{{ ', ' if not loop.last }}
    {%- endfor -%}
  ) as ({{ model.compiled_code }})
{% endmacro %}
