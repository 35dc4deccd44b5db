{# The catalogue: one row per column of the relations asked for. #}

{%- macro duckdb__get_catalog(information_schema, schemas) -%}
  {{ return(btn_catalog_table(information_schema, duckdb__get_catalog_schemas_where_clause_sql(schemas))) }}
{%- endmacro -%}

{%- macro duckdb__get_catalog_relations(information_schema, relations) -%}
  {{ return(btn_catalog_table(information_schema, duckdb__get_catalog_relations_where_clause_sql(relations))) }}
{%- endmacro -%}

{%- macro btn_catalog_table(information_schema, conditions) -%}
  {%- set query -%}
    with tables as (
      {{ duckdb__get_catalog_tables_sql(information_schema) }}
      {{ conditions }}
    ),
    columns as (
      {{ duckdb__get_catalog_columns_sql(information_schema) }}
      {{ conditions }}
    )
    {{ duckdb__get_catalog_results_sql() }}
  {%- endset -%}
  {{ return(run_query(query)) }}
{%- endmacro -%}

{%- macro duckdb__get_catalog_tables_sql(information_schema) -%}
  select * from (
    select database_name as table_database, schema_name as table_schema, table_name,
      'BASE TABLE' as table_type, comment as table_comment
    from duckdb_tables()
    union all
    select database_name, schema_name, view_name, 'VIEW', comment
    from duckdb_views()
  ) as found
  where upper(table_database) = upper('{{ information_schema.database }}')
{%- endmacro -%}

{%- macro duckdb__get_catalog_columns_sql(information_schema) -%}
  select * from (
    select database_name as table_database, schema_name as table_schema, table_name,
      column_name, column_index, data_type as column_type, comment as column_comment
    from duckdb_columns()
  ) as found
  where upper(table_database) = upper('{{ information_schema.database }}')
{%- endmacro -%}

{%- macro duckdb__get_catalog_results_sql() -%}
  select
    table_database, table_schema, table_name, table_type, table_comment,
    column_name, column_index, column_type, column_comment,
    null as table_owner
  from tables
  join columns using (table_database, table_schema, table_name)
  order by table_schema, table_name, column_index
{%- endmacro -%}

{#- Conditions that go on after the database's. -#}
{%- macro duckdb__get_catalog_schemas_where_clause_sql(schemas) -%}
  and (
    {%- for schema in schemas %}
    upper(table_schema) = upper('{{ schema }}'){{ ' or' if not loop.last }}
    {%- else %}
    false
    {%- endfor %}
  )
{%- endmacro -%}

{%- macro duckdb__get_catalog_relations_where_clause_sql(relations) -%}
  {%- if relations | rejectattr('schema') | list -%}
    {% do exceptions.raise_compiler_error('get_catalog_relations: every relation needs a schema') %}
  {%- endif -%}
  and (
    {%- for relation in relations %}
    (
      upper(table_schema) = upper('{{ relation.schema }}')
      {{- " and upper(table_name) = upper('" ~ relation.identifier ~ "')" if relation.identifier }}
    ){{ ' or' if not loop.last }}
    {%- else %}
    false
    {%- endfor %}
  )
{%- endmacro -%}
