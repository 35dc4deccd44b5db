{# Incremental strategies in DuckDB. #}

{%- macro duckdb__get_incremental_default_sql(arg_dict) -%}
  {{ return(get_incremental_delete_insert_sql(arg_dict)) }}
{%- endmacro -%}

{%- macro duckdb__get_delete_insert_merge_sql(target, source, unique_key, dest_columns, incremental_predicates) -%}
  {%- if unique_key is string and unique_key -%}
    delete from {{ target }}
    where ({{ unique_key }}) in (
      select ({{ unique_key }})
      from {{ source }}
    )
    {%- for predicate in incremental_predicates or [] %}
      and {{ predicate }}
    {%- endfor %};
  {% elif unique_key -%}
    delete from {{ target }} as DBT_INCREMENTAL_TARGET
    using {{ source }}
    where (
      {%- for key in unique_key %}
      {{ source }}.{{ key }} = DBT_INCREMENTAL_TARGET.{{ key }} {{ 'and' if not loop.last }}
      {%- endfor %}
      {%- for predicate in incremental_predicates or [] %}
      and {{ predicate }}
      {%- endfor %}
    );
  {% endif -%}
  {{ get_insert_into_sql(target, source, dest_columns) }}
{%- endmacro -%}

{%- macro duckdb__get_incremental_merge_sql(args_dict) -%}
  {{ return(get_merge_sql(
    args_dict['target_relation'], args_dict['temp_relation'], args_dict['unique_key'],
    args_dict['dest_columns'], normalize_incremental_predicates(args_dict.get('incremental_predicates'))
  )) }}
{%- endmacro -%}

{%- macro normalize_incremental_predicates(incremental_predicates) -%}
  {{ return(normalize_string_or_list(incremental_predicates, 'incremental_predicates')) }}
{%- endmacro -%}

{%- macro normalize_string_or_list(raw, field_name) -%}
  {%- if raw is none -%}
    {{ return([]) }}
  {%- elif raw is string -%}
    {{ return([raw]) }}
  {%- elif raw is mapping or raw is not sequence -%}
    {% do exceptions.raise_compiler_error(field_name ~ ' must be a list of strings or a string') %}
  {%- elif raw | reject('string') | list -%}
    {% do exceptions.raise_compiler_error(field_name ~ ' list values must be non-empty strings') %}
  {%- endif -%}
  {{ return(raw | list) }}
{%- endmacro -%}
