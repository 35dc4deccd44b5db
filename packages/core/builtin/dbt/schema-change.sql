{# What an incremental model does when its query has other columns than its table: the config `on_schema_change`. #}

{%- macro incremental_validate_on_schema_change(on_schema_change, default='ignore') -%}
  {%- if on_schema_change in ['ignore', 'fail', 'append_new_columns', 'sync_all_columns'] -%}
    {{ return(on_schema_change) }}
  {%- endif -%}
  {% do log('on_schema_change cannot be "' ~ on_schema_change ~ '"; taken as "' ~ default ~ '"') %}
  {{ return(default) }}
{%- endmacro -%}

{# Columns of the first list whose name the second does not have. #}
{%- macro diff_columns(source_columns, target_columns) -%}
  {%- set taken = target_columns | map(attribute='column') | list -%}
  {{ return(source_columns | rejectattr('name', 'in', taken) | list) }}
{%- endmacro -%}

{%- macro diff_column_data_types(source_columns, target_columns) -%}
  {{ return(adapter.dispatch('diff_column_data_types', 'dbt')(source_columns, target_columns)) }}
{%- endmacro -%}

{%- macro default__diff_column_data_types(source_columns, target_columns) -%}
  {%- set changes = [] -%}
  {%- for new in source_columns -%}
    {%- for old in target_columns if old.name == new.name -%}
      {%- if loop.first and new.expanded_data_type != old.expanded_data_type and not new.can_expand_to(other_column=old) -%}
        {% do changes.append({'column_name': old.name, 'new_type': new.expanded_data_type}) %}
      {%- endif -%}
    {%- endfor -%}
  {%- endfor -%}
  {{ return(changes) }}
{%- endmacro -%}

{%- macro check_for_schema_changes(source_relation, target_relation) -%}
  {{ return(adapter.dispatch('check_for_schema_changes', 'dbt')(source_relation, target_relation)) }}
{%- endmacro -%}

{%- macro default__check_for_schema_changes(source_relation, target_relation) -%}
  {%- set new = adapter.get_columns_in_relation(source_relation) -%}
  {%- set old = adapter.get_columns_in_relation(target_relation) -%}
  {%- set added, removed, retyped = diff_columns(new, old), diff_columns(old, new), diff_column_data_types(new, old) -%}
  {{ return({
    'schema_changed': (added or removed or retyped) | length > 0,
    'source_not_in_target': added,
    'target_not_in_source': removed,
    'source_columns': new,
    'target_columns': old,
    'new_target_types': retyped,
  }) }}
{%- endmacro -%}

{%- macro sync_column_schemas(on_schema_change, target_relation, schema_changes_dict) -%}
  {{ return(adapter.dispatch('sync_column_schemas', 'dbt')(on_schema_change, target_relation, schema_changes_dict)) }}
{%- endmacro -%}

{%- macro default__sync_column_schemas(on_schema_change, target_relation, schema_changes_dict) -%}
  {%- set is_full = on_schema_change == 'sync_all_columns' -%}
  {%- set added = schema_changes_dict['source_not_in_target'] if is_full or on_schema_change == 'append_new_columns' else [] -%}
  {%- set removed = schema_changes_dict['target_not_in_source'] if is_full else [] -%}
  {%- if added or removed -%}
    {% do alter_relation_add_remove_columns(target_relation, added, removed if is_full else none) %}
  {%- endif -%}
  {%- for change in schema_changes_dict['new_target_types'] if is_full -%}
    {% do alter_column_type(target_relation, change['column_name'], change['new_type']) %}
  {%- endfor -%}
{%- endmacro -%}

{%- macro process_schema_changes(on_schema_change, source_relation, target_relation) -%}
  {{ return(adapter.dispatch('process_schema_changes', 'dbt')(on_schema_change, source_relation, target_relation)) }}
{%- endmacro -%}

{# The columns to write: those of the query, or {} when changes are ignored. #}
{%- macro default__process_schema_changes(on_schema_change, source_relation, target_relation) -%}
  {%- if on_schema_change == 'ignore' -%}
    {{ return({}) }}
  {%- endif -%}
  {%- set changes = check_for_schema_changes(source_relation, target_relation) -%}
  {%- if changes['schema_changed'] and on_schema_change == 'fail' -%}
    {% do exceptions.raise_compiler_error(
      'The columns of this incremental model and of its table are out of sync (on_schema_change is "fail").\n'
      ~ '  In the query, not in the table: ' ~ changes['source_not_in_target'] ~ '\n'
      ~ '  In the table, not in the query: ' ~ changes['target_not_in_source'] ~ '\n'
      ~ '  Of another type now: ' ~ changes['new_target_types'] ~ '\n'
      ~ 'Set on_schema_change to append_new_columns or sync_all_columns, change the table by hand, or run with --full-refresh.'
    ) %}
  {%- elif changes['schema_changed'] -%}
    {% do sync_column_schemas(on_schema_change, target_relation, changes) %}
  {%- endif -%}
  {{ return(changes['source_columns']) }}
{%- endmacro -%}
