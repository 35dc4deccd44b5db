{# Relations in DuckDB. #}

{%- macro run_hooks(hooks, inside_transaction=true) -%}
  {#- No transaction is open between statements, so none has to be ended before a hook outside of one. -#}
  {%- for hook in hooks if hook.get('transaction') == inside_transaction -%}
    {%- set body = render(hook.get('sql')) | trim -%}
    {%- if body -%}
      {%- call statement(auto_begin=inside_transaction) -%} {{ body }} {%- endcall -%}
    {%- endif -%}
  {%- endfor -%}
{%- endmacro -%}

{%- macro duckdb__create_schema(relation) -%}
  {%- set foreign = run_query(
    "select type from duckdb_databases() where lower(database_name) = '" ~ relation.database | lower ~ "' and type != 'duckdb'"
  ) -%}
  {%- set type = foreign.columns[0].values()[0] if foreign | length > 0 else 'duckdb' -%}
  {%- if type == 'sqlite' and relation.schema != 'main' -%}
    {% do exceptions.raise_compiler_error('A sqlite database has no schema but "main": "' ~ relation.schema ~ '" cannot be made') %}
  {%- elif type not in ['sqlite', 'mysql'] -%}
    {%- call statement('create_schema') -%}
      create schema if not exists {{ relation.without_identifier() }}
    {%- endcall -%}
  {%- endif -%}
{%- endmacro -%}

{%- macro duckdb__drop_schema(relation) -%}
  {%- call statement('drop_schema') -%}
    drop schema if exists {{ relation.without_identifier() }} cascade
  {%- endcall -%}
{%- endmacro -%}

{%- macro duckdb__drop_relation(relation) -%}
  {%- call statement('drop_relation', auto_begin=false) -%}
    drop {{ relation.type }} if exists {{ relation }} {{ 'cascade' if not adapter.is_ducklake(relation) }}
  {%- endcall -%}
{%- endmacro -%}

{%- macro duckdb__rename_relation(from_relation, to_relation) -%}
  {%- call statement('rename_relation') -%}
    alter {{ to_relation.type }} {{ from_relation }} rename to {{ adapter.quote_as_configured(to_relation.identifier, 'identifier') }}
  {%- endcall -%}
{%- endmacro -%}

{#- A temporary table belongs to the connection, not to a schema; the time in its name keeps two runs of a connection apart. -#}
{%- macro duckdb__make_temp_relation(base_relation, suffix) -%}
  {%- set name = base_relation.identifier ~ suffix ~ py_current_timestring() -%}
  {{ return(base_relation.incorporate(path={'identifier': name, 'schema': none, 'database': none})) }}
{%- endmacro -%}

{%- macro duckdb__get_rename_table_sql(relation, new_name) -%}
  alter table {{ relation }} rename to {{ adapter.quote(new_name) }}
{%- endmacro -%}

{%- macro duckdb__get_rename_view_sql(relation, new_name) -%}
  alter view {{ relation }} rename to {{ adapter.quote(new_name) }}
{%- endmacro -%}

{%- macro drop_indexes_on_relation(relation) -%}
  {%- call statement('get_indexes_on_relation', fetch_result=true, auto_begin=false) -%}
    select index_name
    from duckdb_indexes()
    where database_name = '{{ relation.database }}'
      and schema_name = '{{ relation.schema }}'
      and table_name = '{{ relation.identifier }}'
  {%- endcall -%}
  {%- for row in load_result('get_indexes_on_relation').table -%}
    {%- call statement('drop_index_' ~ loop.index, auto_begin=false) -%}
      drop index "{{ relation.database }}"."{{ relation.schema }}"."{{ row[0] }}"
    {%- endcall -%}
  {%- endfor -%}
{%- endmacro -%}

{%- macro duckdb__get_create_index_sql(relation, index_dict) -%}
  {%- set index = adapter.parse_index(index_dict) -%}
  create {{ 'unique' if index.unique }} index "{{ index.render(relation) }}" on {{ relation }} ({{ index.columns | join(', ') }});
{%- endmacro -%}

{%- macro duckdb__apply_grants(relation, grant_config, should_revoke=true) -%}
  {%- if grant_config -%}
    {% do adapter.warn_once('DuckDB has no privileges: the config "grants" is ignored') %}
  {%- endif -%}
{%- endmacro -%}

{#- A place for rows on their way to an incremental table. MotherDuck, which has no temporary tables, is not supported. -#}
{%- macro duckdb__dispatch_temporary_relation(target_relation, batch_id='') -%}
  {{ return({'relation': make_temp_relation(target_relation), 'temporary': true}) }}
{%- endmacro -%}

{#- MotherDuck's name for the job of a Python model; nothing here starts such jobs. -#}
{%- macro flight_name(parsed_model) -%}
  {{ return(adapter.dispatch('flight_name', 'dbt')(parsed_model)) }}
{%- endmacro -%}

{%- macro default__flight_name(parsed_model) -%}
  {{ return(duckdb__flight_name(parsed_model)) }}
{%- endmacro -%}

{%- macro duckdb__flight_name(parsed_model) -%}
  {%- set parts = [parsed_model.get('package_name'), parsed_model.get('database'), parsed_model.get('schema')] -%}
  {%- set name = parsed_model.get('alias') or parsed_model.get('name') -%}
  {{ return((['dbt'] + parts + [name]) | select | join('-')) }}
{%- endmacro -%}
