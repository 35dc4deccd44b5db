{# The statements that replace, rename and drop a relation. #}

{%- macro get_replace_sql(existing_relation, target_relation, sql) -%}
  {{ return(adapter.dispatch('get_replace_sql', 'dbt')(existing_relation, target_relation, sql)) }}
{%- endmacro -%}

{# In one statement where the database can; otherwise beside, swapped in by renaming, with a backup where the old one can be renamed. #}
{%- macro default__get_replace_sql(existing_relation, target_relation, sql) -%}
  {%- set old, new = existing_relation, target_relation -%}
  {%- if old.can_be_replaced and old.type == new.type and old.is_table -%}
    {{ get_replace_table_sql(new, sql) }}
  {%- elif old.can_be_replaced and old.type == new.type and old.is_view -%}
    {{ get_replace_view_sql(new, sql) }}
  {%- elif old.can_be_replaced and old.type == new.type and old.is_materialized_view -%}
    {{ get_replace_materialized_view_sql(new, sql) }}
  {%- else -%}
    {%- if new.can_be_renamed %}
    {{ get_create_intermediate_sql(new, sql) }};
    {%- endif %}
    {{ get_create_backup_sql(old) if old.can_be_renamed else get_drop_sql(old) }};
    {{ get_rename_intermediate_sql(new) if new.can_be_renamed else get_create_sql(new, sql) }}
    {%- if old.can_be_renamed %};
    {{ get_drop_backup_sql(old) }}
    {%- endif %}
  {%- endif -%}
{%- endmacro -%}

{%- macro get_replace_table_sql(relation, sql) -%}
  {{ return(adapter.dispatch('get_replace_table_sql', 'dbt')(relation, sql)) }}
{%- endmacro -%}

{%- macro default__get_replace_table_sql(relation, sql) -%}
  {% do exceptions.raise_compiler_error('This adapter has no get_replace_table_sql') %}
{%- endmacro -%}

{%- macro get_replace_view_sql(relation, sql) -%}
  {{ return(adapter.dispatch('get_replace_view_sql', 'dbt')(relation, sql)) }}
{%- endmacro -%}

{%- macro default__get_replace_view_sql(relation, sql) -%}
  {% do exceptions.raise_compiler_error('This adapter has no get_replace_view_sql') %}
{%- endmacro -%}

{%- macro get_rename_sql(relation, new_name) -%}
  {{ return(adapter.dispatch('get_rename_sql', 'dbt')(relation, new_name)) }}
{%- endmacro -%}

{%- macro default__get_rename_sql(relation, new_name) -%}
  {%- if relation.is_table -%}
    {{ get_rename_table_sql(relation, new_name) }}
  {%- elif relation.is_view -%}
    {{ get_rename_view_sql(relation, new_name) }}
  {%- elif relation.is_materialized_view -%}
    {{ get_rename_materialized_view_sql(relation, new_name) }}
  {%- else -%}
    {% do exceptions.raise_compiler_error('get_rename_sql: cannot rename a relation of type "' ~ relation.type ~ '"') %}
  {%- endif -%}
{%- endmacro -%}

{%- macro get_rename_table_sql(relation, new_name) -%}
  {{ return(adapter.dispatch('get_rename_table_sql', 'dbt')(relation, new_name)) }}
{%- endmacro -%}

{%- macro default__get_rename_table_sql(relation, new_name) -%}
  {% do exceptions.raise_compiler_error('This adapter has no get_rename_table_sql') %}
{%- endmacro -%}

{%- macro get_rename_view_sql(relation, new_name) -%}
  {{ return(adapter.dispatch('get_rename_view_sql', 'dbt')(relation, new_name)) }}
{%- endmacro -%}

{%- macro default__get_rename_view_sql(relation, new_name) -%}
  {% do exceptions.raise_compiler_error('This adapter has no get_rename_view_sql') %}
{%- endmacro -%}

{%- macro get_rename_intermediate_sql(relation) -%}
  {{ return(adapter.dispatch('get_rename_intermediate_sql', 'dbt')(relation)) }}
{%- endmacro -%}

{%- macro default__get_rename_intermediate_sql(relation) -%}
  {{ get_rename_sql(make_intermediate_relation(relation), relation.identifier) }}
{%- endmacro -%}

{%- macro get_drop_sql(relation) -%}
  {{ return(adapter.dispatch('get_drop_sql', 'dbt')(relation)) }}
{%- endmacro -%}

{%- macro default__get_drop_sql(relation) -%}
  {%- if relation.is_table -%}
    {{ drop_table(relation) }}
  {%- elif relation.is_view -%}
    {{ drop_view(relation) }}
  {%- elif relation.is_materialized_view -%}
    {{ drop_materialized_view(relation) }}
  {%- else -%}
    drop {{ relation.type }} if exists {{ relation.render() }} cascade
  {%- endif -%}
{%- endmacro -%}

{%- macro get_drop_backup_sql(relation) -%}
  {{ return(adapter.dispatch('get_drop_backup_sql', 'dbt')(relation)) }}
{%- endmacro -%}

{%- macro default__get_drop_backup_sql(relation) -%}
  {{ get_drop_sql(make_backup_relation(relation, relation.type)) }}
{%- endmacro -%}

{%- macro drop_table(relation) -%}
  {{ return(adapter.dispatch('drop_table', 'dbt')(relation)) }}
{%- endmacro -%}

{%- macro default__drop_table(relation) -%}
  drop table if exists {{ relation.render() }} cascade
{%- endmacro -%}

{%- macro drop_view(relation) -%}
  {{ return(adapter.dispatch('drop_view', 'dbt')(relation)) }}
{%- endmacro -%}

{%- macro default__drop_view(relation) -%}
  drop view if exists {{ relation.render() }} cascade
{%- endmacro -%}
