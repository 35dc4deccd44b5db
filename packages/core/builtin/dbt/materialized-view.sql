{# Materialized views: the names that adapters and packages implement. #}

{%- macro get_create_materialized_view_as_sql(relation, sql) -%}
  {{ return(adapter.dispatch('get_create_materialized_view_as_sql', 'dbt')(relation, sql)) }}
{%- endmacro -%}

{%- macro default__get_create_materialized_view_as_sql(relation, sql) -%}
  {% do exceptions.raise_compiler_error('This adapter has no materialized views (get_create_materialized_view_as_sql)') %}
{%- endmacro -%}

{%- macro get_replace_materialized_view_sql(relation, sql) -%}
  {{ return(adapter.dispatch('get_replace_materialized_view_sql', 'dbt')(relation, sql)) }}
{%- endmacro -%}

{%- macro default__get_replace_materialized_view_sql(relation, sql) -%}
  {% do exceptions.raise_compiler_error('This adapter has no materialized views (get_replace_materialized_view_sql)') %}
{%- endmacro -%}

{%- macro get_rename_materialized_view_sql(relation, new_name) -%}
  {{ return(adapter.dispatch('get_rename_materialized_view_sql', 'dbt')(relation, new_name)) }}
{%- endmacro -%}

{%- macro default__get_rename_materialized_view_sql(relation, new_name) -%}
  {% do exceptions.raise_compiler_error('This adapter has no materialized views (get_rename_materialized_view_sql)') %}
{%- endmacro -%}

{%- macro get_alter_materialized_view_as_sql(
  relation, configuration_changes, sql, existing_relation, backup_relation, intermediate_relation
) -%}
  {{ return(adapter.dispatch('get_alter_materialized_view_as_sql', 'dbt')(
    relation, configuration_changes, sql, existing_relation, backup_relation, intermediate_relation
  )) }}
{%- endmacro -%}

{%- macro default__get_alter_materialized_view_as_sql(
  relation, configuration_changes, sql, existing_relation, backup_relation, intermediate_relation
) -%}
  {% do exceptions.raise_compiler_error('This adapter has no materialized views (get_alter_materialized_view_as_sql)') %}
{%- endmacro -%}

{%- macro get_materialized_view_configuration_changes(existing_relation, new_config) -%}
  {{ return(adapter.dispatch('get_materialized_view_configuration_changes', 'dbt')(existing_relation, new_config)) }}
{%- endmacro -%}

{%- macro default__get_materialized_view_configuration_changes(existing_relation, new_config) -%}
  {% do exceptions.raise_compiler_error('This adapter has no materialized views (get_materialized_view_configuration_changes)') %}
{%- endmacro -%}

{%- macro refresh_materialized_view(relation) -%}
  {{ return(adapter.dispatch('refresh_materialized_view', 'dbt')(relation)) }}
{%- endmacro -%}

{%- macro default__refresh_materialized_view(relation) -%}
  {% do exceptions.raise_compiler_error('This adapter has no materialized views (refresh_materialized_view)') %}
{%- endmacro -%}

{%- macro drop_materialized_view(relation) -%}
  {{ return(adapter.dispatch('drop_materialized_view', 'dbt')(relation)) }}
{%- endmacro -%}

{%- macro default__drop_materialized_view(relation) -%}
  drop materialized view if exists {{ relation.render() }} cascade
{%- endmacro -%}
