{# How a table lies in a DuckLake. Elsewhere these settings are passed over with a warning. #}

{#- For the runner: how the table that it is about to make lies. -#}
{%- macro btn_table_layout(relation) -%}
  {{ return([duckdb__get_partitioned_by(relation, false), duckdb__get_sorted_by(relation, false)]) }}
{%- endmacro -%}

{%- macro duckdb__get_partitioned_by(relation, temporary) -%}
  {%- set columns = duckdb_layout_columns(relation, temporary, 'partitioned_by', 'partition_by') -%}
  {{ return(columns | join(', ') if columns else none) }}
{%- endmacro -%}

{%- macro duckdb__get_sorted_by(relation, temporary) -%}
  {%- set columns = duckdb_layout_columns(relation, temporary, 'sorted_by', 'sort_by') -%}
  {%- if not columns -%}
    {{ return(none) }}
  {%- endif -%}
  {%- set quoted = [] -%}
  {%- for column in columns -%}
    {% do quoted.append(adapter.quote(column | replace('"', '""'))) %}
  {%- endfor -%}
  {{ return(quoted | join(', ')) }}
{%- endmacro -%}

{#- The columns under one of two names of a setting; none where it does not apply to the relation. -#}
{%- macro duckdb_layout_columns(relation, temporary, key, other_key) -%}
  {%- set names = key ~ '/' ~ other_key -%}
  {%- set raw = config.get(key, none) -%}
  {%- if raw is none or (raw == '' and key == 'partitioned_by') -%}
    {%- set raw = config.get(other_key, none) -%}
  {%- endif -%}
  {%- if temporary or raw is none or (raw == '' and key == 'partitioned_by') -%}
    {{ return(none) }}
  {%- endif -%}
  {%- set columns = normalize_string_or_list(raw, names) -%}
  {%- if not columns -%}
    {% do exceptions.raise_compiler_error(names ~ ' must contain at least one column') %}
  {%- endif -%}
  {%- set is_beside = this is defined and config.get('materialized') in ['table', 'incremental']
    and relation.identifier and this.identifier and relation.identifier != this.identifier -%}
  {%- if is_beside -%}
    {{ return(none) }}
  {%- elif not adapter.is_ducklake(relation) -%}
    {% do adapter.warn_once(names ~ ' is only supported for DuckLake relations; ignoring for ' ~ relation) %}
    {{ return(none) }}
  {%- endif -%}
  {{ return(columns) }}
{%- endmacro -%}

{%- macro duckdb__alter_table_set_partitioned_by(relation, partitioned_by) -%}
  alter table {{ relation }} set partitioned by ({{ partitioned_by }});
{%- endmacro -%}

{%- macro duckdb__alter_table_set_sorted_by(relation, sorted_by) -%}
  alter table {{ relation }} set sorted by ({{ sorted_by }});
{%- endmacro -%}
