{# Checks the config of the strategy `merge` and shows all mistakes at once. #}

{%- macro validate_merge_config(config, target_relation=none) -%}
  {%- set problems = [] -%}
  {%- for name in ['merge_update_condition', 'merge_insert_condition'] -%}
    {% do validate_string_field(config.get(name), name, problems) %}
  {%- endfor -%}
  {%- for name in ['merge_on_using_columns', 'merge_update_columns', 'merge_exclude_columns', 'merge_returning_columns'] -%}
    {% do validate_string_list_field(config.get(name), name, problems) %}
  {%- endfor -%}
  {% do validate_dict_field(config.get('merge_update_set_expressions'), 'merge_update_set_expressions', problems) %}
  {%- if config.get('merge_clauses') is not none -%}
    {% do validate_merge_clauses(config, none, problems) %}
  {%- endif -%}
  {%- if problems -%}
    {% do exceptions.raise_compiler_error('MERGE configuration errors:\n' ~ problems | join('\n')) %}
  {%- endif -%}
{%- endmacro -%}

{%- macro validate_merge_clauses(config, base_configuration_fields, errors) -%}
  {%- set clauses = config.get('merge_clauses') -%}
  {%- if clauses is not mapping -%}
    {% do errors.append('merge_clauses must be a dictionary, found: ' ~ clauses) %}
    {{ return(none) }}
  {%- endif -%}
  {%- if 'when_matched' not in clauses and 'when_not_matched' not in clauses -%}
    {% do errors.append("merge_clauses must contain at least one of 'when_matched' or 'when_not_matched' keys") %}
  {%- endif -%}
  {%- for kind in ['when_matched', 'when_not_matched'] if kind in clauses -%}
    {% do validate_merge_clause_list(clauses, kind, errors) %}
  {%- endfor -%}
  {%- set without_effect = [] -%}
  {%- for name in [
    'merge_update_condition', 'merge_insert_condition', 'merge_update_columns',
    'merge_update_set_expressions', 'merge_exclude_columns'
  ] if config.get(name) -%}
    {% do without_effect.append(name) %}
  {%- endfor -%}
  {%- if without_effect -%}
    {% do errors.append(
      'beside merge_clauses, these basic merge configurations will be ignored: ' ~ without_effect | join(', ')
      ~ '; say it in the clauses, and remove them'
    ) %}
  {%- endif -%}
{%- endmacro -%}

{%- macro validate_merge_clause_list(merge_clauses, clause_type, errors) -%}
  {%- set list = merge_clauses.get(clause_type) -%}
  {%- if list is string or list is mapping or list is not sequence -%}
    {% do errors.append('merge_clauses.' ~ clause_type ~ ' must be a list') %}
  {%- elif not list -%}
    {% do errors.append('merge_clauses.' ~ clause_type ~ ' must contain at least one element') %}
  {%- else -%}
    {%- for clause in list if clause is not mapping -%}
      {% do errors.append('merge_clauses.' ~ clause_type ~ ' elements must be dictionaries, found: ' ~ clause) %}
    {%- endfor -%}
  {%- endif -%}
{%- endmacro -%}

{%- macro validate_string_field(field_value, field_name, errors) -%}
  {%- if field_value is not none and field_value is not string -%}
    {% do errors.append(field_name ~ ' must be a string, found: ' ~ field_value) %}
  {%- endif -%}
{%- endmacro -%}

{%- macro validate_string_list_field(field_value, field_name, errors) -%}
  {%- if field_value is string or field_value is mapping or (field_value is not none and field_value is not sequence) -%}
    {% do errors.append(field_name ~ ' must be a list') %}
  {%- else -%}
    {%- for item in field_value or [] if item is not string -%}
      {% do errors.append(field_name ~ ' must contain only string values, found: ' ~ item) %}
    {%- endfor -%}
  {%- endif -%}
{%- endmacro -%}

{%- macro validate_dict_field(field_value, field_name, errors) -%}
  {%- if field_value is not none and field_value is not mapping -%}
    {% do errors.append(field_name ~ ' must be a dictionary, found: ' ~ field_value) %}
  {%- endif -%}
{%- endmacro -%}

{#- DuckLake's MERGE can do less; btn has no DuckLake, so no table is one. -#}
{%- macro validate_ducklake_restrictions(config, target_relation, errors) -%}
  {%- if target_relation and adapter.is_ducklake(target_relation) and config.get('merge_returning_columns') -%}
    {% do errors.append('merge_returning_columns: DuckLake has no RETURNING') %}
  {%- endif -%}
{%- endmacro -%}
