{# How a snapshot knows that a row has changed. A strategy is a macro snapshot_<name>_strategy, the project's own included;
   it returns a dict: unique_key, updated_at, row_changed, scd_id (SQL expressions), hard_deletes. #}

{# The macro of a strategy; `package.name` names one of a package. #}
{%- macro strategy_dispatch(name) -%}
  {%- set owner, short = (name.split('.', 1) if '.' in name else [none, name]) -%}
  {%- if owner is not none and owner not in context -%}
    {% do exceptions.raise_compiler_error("Could not find package '" ~ owner ~ "', called with '" ~ name ~ "'") %}
  {%- endif -%}
  {%- set names = context if owner is none else context[owner] -%}
  {%- set wanted = 'snapshot_' ~ short ~ '_strategy' -%}
  {%- set found = names[wanted] -%}
  {%- if found is undefined -%}
    {% do exceptions.raise_compiler_error(
      "The specified strategy macro '" ~ short ~ "' was not found in package '" ~ owner ~ "': a macro " ~ wanted ~ ' would be one'
    ) %}
  {%- endif -%}
  {{ return(found) }}
{%- endmacro -%}

{# One text for the version of a key: the hash of all arguments. #}
{%- macro snapshot_hash_arguments(args) -%}
  {{ return(adapter.dispatch('snapshot_hash_arguments', 'dbt')(args)) }}
{%- endmacro -%}

{%- macro default__snapshot_hash_arguments(args) -%}
  md5(
    {%- for arg in args -%}
      coalesce(cast({{ arg }} as varchar), ''){{ " || '|' || " if not loop.last }}
    {%- endfor -%}
  )
{%- endmacro -%}

{# What both built-in strategies say alike. #}
{%- macro btn_snapshot_strategy_dict(updated_at, row_changed) -%}
  {%- set unique_key = config.get('unique_key') -%}
  {%- set hard_deletes = adapter.get_hard_deletes_behavior(config) -%}
  {{ return({
    'unique_key': unique_key,
    'updated_at': updated_at,
    'row_changed': row_changed,
    'scd_id': snapshot_hash_arguments(api.Relation.scd_args(unique_key, updated_at)),
    'invalidate_hard_deletes': hard_deletes == 'invalidate',
    'hard_deletes': hard_deletes,
  }) }}
{%- endmacro -%}

{# The version's own time is compared, not the old row's: the strategy may have been another one when that was written. #}
{%- macro snapshot_timestamp_strategy(node, snapshotted_rel, current_rel, model_config, target_exists) -%}
  {%- set columns = btn_snapshot_columns() -%}
  {%- set updated_at = config.get('updated_at') -%}
  {%- set is_newer = '(' ~ snapshotted_rel ~ '.' ~ columns.dbt_valid_from ~ ' < ' ~ current_rel ~ '.' ~ updated_at ~ ')' -%}
  {{ return(btn_snapshot_strategy_dict(updated_at, is_newer)) }}
{%- endmacro -%}

{%- macro snapshot_check_strategy(node, snapshotted_rel, current_rel, model_config, target_exists) -%}
  {%- set updated_at = config.get('updated_at') or snapshot_get_time() | trim -%}
  {%- set column_added, checked = snapshot_check_all_get_existing_columns(node, target_exists, config.get('check_cols')) -%}
  {%- set differences = [] -%}
  {%- for column in checked -%}
    {% do differences.append(snapshotted_rel ~ '.' ~ column ~ ' is distinct from ' ~ current_rel ~ '.' ~ column) %}
  {%- endfor -%}
  {%- set has_changed = get_true_sql() | trim if column_added else differences | join(' or ') -%}
  {{ return(btn_snapshot_strategy_dict(updated_at, '(' ~ has_changed ~ ')')) }}
{%- endmacro -%}

{# A pair: whether the query has columns that the target lacks, and the quoted names of those to compare. #}
{%- macro snapshot_check_all_get_existing_columns(node, target_exists, check_cols_config) -%}
  {%- if not target_exists -%}
    {{ return([false, []]) }}
  {%- endif -%}
  {%- if check_cols_config == 'all' -%}
    {%- set wanted = get_columns_in_query(node['compiled_code']) -%}
  {%- elif check_cols_config is iterable and check_cols_config is not string and check_cols_config | length > 0 -%}
    {#- Asked of the database, which knows how their names are written; the query may end in a comment. -#}
    {%- set wanted = get_columns_in_query(
      'select ' ~ check_cols_config | join(', ') ~ ' from (\n' ~ node['compiled_code'] ~ '\n) as subq'
    ) -%}
  {%- else -%}
    {% do exceptions.raise_compiler_error("Invalid value for 'check_cols': " ~ check_cols_config) %}
  {%- endif -%}
  {%- set target = adapter.get_relation(database=node.database, schema=node.schema, identifier=node.alias) -%}
  {%- set existing = adapter.get_columns_in_relation(target) | map(attribute='name') | list -%}
  {%- set common = [] -%}
  {%- for name in wanted if name in existing -%}
    {% do common.append(adapter.quote(name)) %}
  {%- endfor -%}
  {{ return([common | length < wanted | length, common]) }}
{%- endmacro -%}

{%- macro get_true_sql() -%}
  {{ return(adapter.dispatch('get_true_sql', 'dbt')()) }}
{%- endmacro -%}

{%- macro default__get_true_sql() -%}
  {{ return('TRUE') }}
{%- endmacro -%}

{%- macro snapshot_string_as_time(timestamp) -%}
  {{ return(adapter.dispatch('snapshot_string_as_time', 'dbt')(timestamp)) }}
{%- endmacro -%}

{%- macro default__snapshot_string_as_time(timestamp) -%}
  {% do exceptions.raise_not_implemented('The adapter ' ~ adapter.type() ~ ' has no snapshot_string_as_time') %}
{%- endmacro -%}
