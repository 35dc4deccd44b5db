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

{#- One batch of a microbatch model: its time is emptied, then filled again. -#}
{%- macro duckdb__get_incremental_microbatch_sql(arg_dict) -%}
  {%- set event_time = config.get('event_time') -%}
  {%- if not event_time -%}
    {% do exceptions.raise_compiler_error("incremental_strategy microbatch requires an 'event_time' model config") %}
  {%- endif -%}
  {%- if config.get('unique_key') -%}
    {% do exceptions.raise_compiler_error(
      "incremental_strategy microbatch does not support 'unique_key': a batch replaces what happened in its time, whatever its key. "
      ~ "Remove 'unique_key', or use incremental_strategy='merge'."
    ) %}
  {%- endif -%}
  {%- set batch = model.get('batch') -%}
  {%- if not batch -%}
    {% do exceptions.raise_compiler_error("incremental_strategy microbatch needs 'batch.event_time_start' and 'batch.event_time_end' of the model; they are set only in batched execution") %}
  {%- endif -%}
  {%- set names = get_quoted_csv(arg_dict['dest_columns'] | map(attribute='name')) -%}
  {%- set in_batch -%}
    {{ event_time }} >= '{{ batch.event_time_start }}'
    and {{ event_time }} < '{{ batch.event_time_end }}'
  {%- endset -%}
  {%- set statements -%}
    delete from {{ arg_dict['target_relation'] }}
    where {{ in_batch }}
    {%- for predicate in normalize_incremental_predicates(arg_dict.get('incremental_predicates')) %}
    and ({{ predicate }})
    {%- endfor %};

    insert into {{ arg_dict['target_relation'] }} ({{ names }})
    select {{ names }}
    from {{ arg_dict['temp_relation'] }}
    where {{ in_batch }};
  {%- endset -%}
  {{ return(statements) }}
{%- endmacro -%}
