{# Columns, comments and metadata in DuckDB. #}

{%- macro duckdb__get_columns_in_relation(relation) -%}
  {%- call statement('get_columns_in_relation', fetch_result=true) -%}
    select
      column_name,
      column_type as data_type,
      null::bigint as character_maximum_length,
      null::bigint as numeric_precision,
      null::bigint as numeric_scale
    from (describe {{ relation.render() }})
  {%- endcall -%}
  {{ return(sql_convert_columns_in_relation(load_result('get_columns_in_relation').table)) }}
{%- endmacro -%}

{#- A header cannot stand inside the DESCRIBE that this text ends in, so it is run before. -#}
{%- macro duckdb__get_empty_subquery_sql(select_sql, select_sql_header=none) -%}
  {%- if select_sql_header is not none -%}
    {% do run_query(select_sql_header) %}
  {%- endif -%}
  select * from (
    {{ select_sql }}
  ) as __dbt_sbq
  where false
  limit 0
{%- endmacro -%}

{%- macro duckdb__alter_relation_add_remove_columns(relation, add_columns, remove_columns) -%}
  {%- set table = 'alter ' ~ relation.type ~ ' ' ~ relation -%}
  {%- for column in add_columns or [] -%}
    {% do run_query(table ~ ' add column ' ~ api.Relation.create(identifier=column.name) ~ ' ' ~ column.data_type) %}
  {%- endfor -%}
  {%- for column in remove_columns or [] -%}
    {% do run_query(table ~ ' drop column ' ~ api.Relation.create(identifier=column.name)) %}
  {%- endfor -%}
{%- endmacro -%}

{#- Dollar quotes hold any text but their own mark. -#}
{%- macro duckdb_escape_comment(comment) -%}
  {%- set mark = '$dbt_comment_literal_block$' -%}
  {%- if comment is not string -%}
    {% do exceptions.raise_compiler_error('A comment must be text, not ' ~ comment) %}
  {%- elif mark in comment -%}
    {% do exceptions.raise_compiler_error('A comment cannot contain ' ~ mark) %}
  {%- endif -%}
  {{ mark }}{{ comment }}{{ mark }}
{%- endmacro -%}

{%- macro duckdb__alter_relation_comment(relation, comment) -%}
  comment on {{ relation.type }} {{ relation }} is {{ duckdb_escape_comment(comment) }};
{%- endmacro -%}

{%- macro duckdb__alter_column_comment(relation, column_dict) -%}
  {%- set existing = adapter.get_columns_in_relation(relation) | map(attribute='name') | list -%}
  {%- for name, column in column_dict.items() if name in existing -%}
    comment on column {{ relation }}.{{ adapter.quote(name) if column['quote'] else name }} is {{ duckdb_escape_comment(column['description']) }};
  {% endfor -%}
{%- endmacro -%}

{%- macro duckdb__list_schemas(database) -%}
  {{ return(run_query(
    'select schema_name from system.information_schema.schemata'
    ~ (" where lower(catalog_name) = '" ~ database | lower ~ "'" if database is not none else '')
  )) }}
{%- endmacro -%}

{%- macro duckdb__check_schema_exists(information_schema, schema) -%}
  {{ return(run_query(
    "select count(*) from system.information_schema.schemata where lower(schema_name) = '" ~ schema | lower
    ~ "' and lower(catalog_name) = '" ~ information_schema.database | lower ~ "'"
  )) }}
{%- endmacro -%}

{%- macro duckdb__list_relations_without_caching(schema_relation) -%}
  {%- call statement('list_relations_without_caching', fetch_result=true) -%}
    select
      '{{ schema_relation.database }}' as database,
      table_name as name,
      table_schema as schema,
      case table_type when 'VIEW' then 'view' else 'table' end as type
    from system.information_schema.tables
    where lower(table_schema) = '{{ schema_relation.schema | lower }}'
      and lower(table_catalog) = '{{ schema_relation.database | lower }}'
  {%- endcall -%}
  {{ return(load_result('list_relations_without_caching').table) }}
{%- endmacro -%}
