{# DuckDB does not let go of a table that a foreign key points to, so what points there steps aside while it is replaced. #}

{#-
  Drops the tables whose foreign keys lead to the relation, directly or through others, and keeps their rows in backups.
  Only tables that this run builds anew afterwards may be dropped. Gives what `restore_foreign_key_dependents` needs.
-#}
{%- macro drop_foreign_key_dependents(relation) -%}
  {%- set tables = foreign_key_dependents(relation) -%}
  {%- set problems = [] -%}
  {%- for table in tables if not is_rebuilt_in_this_run(relation, table) -%}
    {% do problems.append(table) %}
  {%- endfor -%}
  {%- if problems -%}
    {% do exceptions.raise_compiler_error(
      relation ~ ' cannot be replaced: foreign keys point to it from tables that this run does not build anew: '
      ~ problems | join(', ') ~ '. Select their models, too (with --full-refresh if they are incremental), or drop them.'
    ) %}
  {%- endif -%}
  {%- set dropped = [] -%}
  {%- for table in tables -%}
    {%- set dependent = api.Relation.create(
      database=relation.database, schema=relation.schema, identifier=table, type='table'
    ) -%}
    {%- set backup = dependent.incorporate(path={'identifier': table ~ '__dbt_fk_backup'}) -%}
    {% do adapter.drop_relation(backup) %}
    {%- call statement('keep_foreign_key_dependent') -%}
      create table {{ backup }} as select * from {{ dependent }}
    {%- endcall -%}
    {% do adapter.drop_relation(dependent) %}
    {% do log(dependent ~ ' is built anew later in this run: its foreign key leads to ' ~ relation, info=true) %}
    {% do dropped.append({'relation': dependent, 'backup': backup}) %}
  {%- endfor -%}
  {{ return(dropped) }}
{%- endmacro -%}

{#- Puts the rows back under their name, without the constraints, until the models are built. -#}
{%- macro restore_foreign_key_dependents(dropped) -%}
  {%- for item in dropped | reverse -%}
    {% do adapter.rename_relation(item['backup'], item['relation']) %}
  {%- endfor -%}
{%- endmacro -%}

{#- Names of tables, those that nothing points to any more first. -#}
{%- macro foreign_key_dependents(relation) -%}
  {%- set rows = run_query(
    "with recursive links as ("
    ~ " select table_name, referenced_table from duckdb_constraints()"
    ~ " where constraint_type = 'FOREIGN KEY' and lower(table_name) <> lower(referenced_table)"
    ~ " and lower(database_name) = lower('" ~ relation.database | replace("'", "''") ~ "')"
    ~ " and lower(schema_name) = lower('" ~ relation.schema | replace("'", "''") ~ "')"
    ~ "), reached(table_name, steps) as ("
    ~ " select table_name, 1 from links where lower(referenced_table) = lower('" ~ relation.identifier | replace("'", "''") ~ "')"
    ~ " union select links.table_name, steps + 1 from links join reached on lower(links.referenced_table) = lower(reached.table_name)"
    ~ ") select table_name from reached group by table_name order by max(steps) desc, table_name"
  ) -%}
  {{ return(rows.columns[0].values() | list) }}
{%- endmacro -%}

{%- macro is_rebuilt_in_this_run(relation, table) -%}
  {%- for node in graph.nodes.values()
    if node.resource_type == 'model' and (node.alias or node.name) | lower == table | lower
    and node.schema | lower == relation.schema | lower
    and (node.database or '') | lower == (relation.database or '') | lower
  -%}
    {%- set is_full = flags.FULL_REFRESH if node.config.full_refresh is none else node.config.full_refresh -%}
    {%- set kind = node.config.materialized -%}
    {{ return(node.unique_id in selected_resources and (kind == 'table' or (kind == 'incremental' and is_full))) }}
  {%- endfor -%}
  {{ return(false) }}
{%- endmacro -%}

{#- Types of the constraints that the model's contract promises. -#}
{%- macro enforced_constraint_types() -%}
  {%- set types = [] -%}
  {%- if (config.get('contract') or {}).enforced -%}
    {% do types.extend(model.get('constraints', []) | map(attribute='type')) %}
    {%- for column in model.get('columns', {}).values() -%}
      {% do types.extend(column.get('constraints', []) | map(attribute='type')) %}
    {%- endfor -%}
  {%- endif -%}
  {{ return(types) }}
{%- endmacro -%}

{%- macro existing_constraint_types(relation) -%}
  {{ return(adapter.existing_key_constraint_types(relation) if relation and relation.is_table else []) }}
{%- endmacro -%}

{#- DuckDB loses sight of a foreign key when its table is renamed, so such a table is made under its own name. -#}
{%- macro has_foreign_key_constraints(relation=none) -%}
  {%- if not adapter.catalog_supports_foreign_keys(this.database) -%}
    {{ return(false) }}
  {%- endif -%}
  {{ return('foreign_key' in enforced_constraint_types() + existing_constraint_types(relation)) }}
{%- endmacro -%}

{#- Only keys can be pointed to. -#}
{%- macro may_be_foreign_key_target(relation=none) -%}
  {%- if not adapter.catalog_supports_foreign_keys(this.database) -%}
    {{ return(false) }}
  {%- endif -%}
  {%- set types = enforced_constraint_types() + existing_constraint_types(relation) -%}
  {{ return('primary_key' in types or 'unique' in types) }}
{%- endmacro -%}

{#- A table with a foreign key is made in its own place: only a transaction keeps its rows when that fails. -#}
{%- macro btn_hold_keys() -%}
  {% do adapter.ensure_transaction() %}
{%- endmacro -%}

{#- Drops a table inside the transaction that makes it anew; gives what `restore_foreign_key_dependents` needs. -#}
{%- macro drop_relation_for_rebuild(relation) -%}
  {% do adapter.ensure_transaction() %}
  {%- set aside = drop_foreign_key_dependents(relation) if relation.is_table and may_be_foreign_key_target(relation) else [] -%}
  {% do adapter.drop_relation(relation) %}
  {{ return(aside) }}
{%- endmacro -%}
