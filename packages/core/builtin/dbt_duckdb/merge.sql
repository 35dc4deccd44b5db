{# MERGE in DuckDB, with the clauses that the config asks for. #}

{%- macro duckdb__get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates=none) -%}
  {% do validate_merge_config(config, target) %}
  {%- set defaults = merge_clause_defaults(
    config.get('merge_update_condition', none),
    config.get('merge_insert_condition', none),
    config.get('merge_update_columns', []),
    config.get('merge_exclude_columns', []),
    config.get('merge_update_set_expressions', {})
  ) -%}
  {%- set choice = defaults.when_matched_update_explicit['update'] -%}
  {%- set is_explicit = choice['include'] or choice['exclude'] or choice['set_expressions'] -%}
  {%- set clauses = config.get('merge_clauses', {}) -%}
  {%- set header = config.get('sql_header', none) -%}
  {%- set returning = config.get('merge_returning_columns', []) -%}
  {{ header if header is not none }}
  MERGE INTO {{ target }} AS DBT_INTERNAL_DEST
  USING {{ source }} AS DBT_INTERNAL_SOURCE
  {{ duckdb__merge_join_clause(
    unique_key, config.get('merge_on_using_columns', []), normalize_incremental_predicates(incremental_predicates)
  ) }}
  {%- for clause in clauses.get('when_matched', [
    defaults.when_matched_update_explicit if is_explicit else defaults.when_matched_update_by_name
  ]) %}
  WHEN MATCHED {{ duckdb_merge_condition(clause) }} THEN {{ duckdb_merge_action(clause, dest_columns) }}
  {%- endfor %}
  {%- for clause in clauses.get('when_not_matched', [defaults.when_not_matched_insert_by_name]) %}
  WHEN NOT MATCHED {{ 'BY ' ~ clause.get('by') | upper if clause.get('by') }} {{ duckdb_merge_condition(clause) }} THEN {{ duckdb_merge_action(clause, dest_columns) }}
  {%- endfor %}
  {%- if returning %}
  RETURNING {{ returning if returning is string else returning | join(', ') }}
  {%- endif -%}
{%- endmacro -%}

{%- macro duckdb__merge_join_clause(unique_key, merge_on_using_columns, incremental_predicates) -%}
  {%- set filters = incremental_predicates or [] -%}
  {%- if merge_on_using_columns -%}
    USING ({{ merge_on_using_columns | join(', ') }}) {{ 'ON (' ~ filters | join(') AND (') ~ ')' if filters }}
  {%- else -%}
    {%- set keys = [unique_key] if unique_key is string else (unique_key or []) | list -%}
    {%- set conditions = [] -%}
    {%- for key in keys if key -%}
      {% do conditions.append('DBT_INTERNAL_SOURCE.' ~ key ~ ' = DBT_INTERNAL_DEST.' ~ key) %}
    {%- endfor -%}
    ON ({{ ((conditions or ['FALSE']) + filters) | join(') AND (') }})
  {%- endif -%}
{%- endmacro -%}

{%- macro duckdb_merge_condition(clause) -%}
  {%- set condition = clause.get('condition') -%}
  {%- if condition is string and condition -%}
    AND {{ condition }}
  {%- elif condition -%}
    AND ({{ condition | join(') AND (') }})
  {%- endif -%}
{%- endmacro -%}

{%- macro duckdb_merge_action(clause, dest_columns) -%}
  {%- set action, mode = clause.get('action'), clause.get('mode') -%}
  {%- set one_word = {'by_name': ' BY NAME', 'by_position': ' BY POSITION', 'star': ' SET *' if action == 'update' else ' *'} -%}
  {%- if action in ['update', 'insert'] and mode in one_word -%}
    {{ action | upper }}{{ one_word[mode] }}
  {%- elif action == 'update' -%}
    UPDATE SET {{ duckdb_merge_assignments(clause, dest_columns) }}
  {%- elif action == 'insert' and mode == 'explicit' -%}
    {%- set insert = clause.get('insert', {}) -%}
    INSERT ({{ insert.get('columns', []) | join(', ') }}) VALUES ({{ insert.get('values', []) | join(', ') }})
  {%- elif action == 'delete' -%}
    DELETE
  {%- elif action == 'do_nothing' -%}
    DO NOTHING
  {%- elif action == 'error' -%}
    ERROR {{ "'" ~ clause.get('error_message') | replace("'", "''") ~ "'" if clause.get('error_message') }}
  {%- endif -%}
{%- endmacro -%}

{#- Expressions first, then the columns that have none. A clause without `update` has its expressions at the top. -#}
{%- macro duckdb_merge_assignments(clause, dest_columns) -%}
  {%- set update = clause.get('update', {}) -%}
  {%- set expressions = update.get('set_expressions', clause.get('set_expressions', {})) -%}
  {%- set assignments = [] -%}
  {%- for column, expression in expressions.items() -%}
    {% do assignments.append(column ~ ' = ' ~ expression) %}
  {%- endfor -%}
  {%- if clause.get('mode') == 'explicit' -%}
    {%- for column in get_merge_update_columns(update.get('include', []), update.get('exclude', []), dest_columns) -%}
      {%- if column | replace('"', '') | replace("'", '') not in expressions -%}
        {% do assignments.append(column ~ ' = DBT_INTERNAL_SOURCE.' ~ column) %}
      {%- endif -%}
    {%- endfor -%}
  {%- endif -%}
  {{ return(assignments | join(', ')) }}
{%- endmacro -%}

{%- macro merge_clause_defaults(
  merge_update_condition, merge_insert_condition,
  merge_update_columns=[], merge_exclude_columns=[], merge_update_set_expressions={}
) -%}
  {{ return({
    'when_matched_update_by_name': {'action': 'update', 'mode': 'by_name', 'condition': merge_update_condition},
    'when_matched_update_explicit': {
      'action': 'update', 'mode': 'explicit', 'condition': merge_update_condition,
      'update': {
        'include': merge_update_columns, 'exclude': merge_exclude_columns, 'set_expressions': merge_update_set_expressions,
      },
    },
    'when_not_matched_insert_by_name': {'action': 'insert', 'mode': 'by_name', 'condition': merge_insert_condition},
  }) }}
{%- endmacro -%}
