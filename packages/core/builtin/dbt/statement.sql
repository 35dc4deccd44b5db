{# Sending SQL from a template. #}

{%- macro statement(name=none, fetch_result=false, auto_begin=true, language='sql') -%}
  {%- if execute -%}
    {%- set body = caller() -%}
    {%- if name == 'main' -%}{% do write(body) %}{%- endif -%}
    {%- if language == 'sql' -%}
      {%- set response, table = adapter.execute(body, auto_begin=auto_begin, fetch=fetch_result) -%}
    {%- elif language == 'python' -%}
      {%- set response = submit_python_job(model, body) -%}
    {%- else -%}
      {% do exceptions.raise_compiler_error('statement() runs "sql" or "python", not "' ~ language ~ '"') %}
    {%- endif -%}
    {%- if name is not none -%}
      {% do store_result(name, response=response, agate_table=table if table is defined else none) %}
    {%- endif -%}
  {%- endif -%}
{%- endmacro -%}

{# Takes the place of a statement whose work was done in another way. #}
{%- macro noop_statement(name=none, message=none, code=none, rows_affected=none, res=none) -%}
  {%- set body = caller() -%}
  {%- if name is not none -%}
    {%- if name == 'main' -%}{% do write(body) %}{%- endif -%}
    {% do store_raw_result(name, message=message, code=code, rows_affected=rows_affected, agate_table=res) %}
  {%- endif -%}
{%- endmacro -%}

{%- macro run_query(sql) -%}
  {%- call statement('run_query_statement', fetch_result=true, auto_begin=false) -%}
    {{ sql }}
  {%- endcall -%}
  {{ return(load_result('run_query_statement').table) }}
{%- endmacro -%}

{%- macro set_sql_header(config) -%}
  {% do config.set('sql_header', caller()) %}
{%- endmacro -%}

{# The node's own setting, and the command line where it has none. #}
{%- macro should_full_refresh() -%}
  {%- set configured = config.get('full_refresh') -%}
  {{ return(flags.FULL_REFRESH if configured is none else configured) }}
{%- endmacro -%}

{%- macro should_store_failures() -%}
  {%- set configured = config.get('store_failures') -%}
  {{ return(flags.STORE_FAILURES if configured is none else configured) }}
{%- endmacro -%}

{%- macro validate_sql(sql) -%}
  {{ return(adapter.dispatch('validate_sql', 'dbt')(sql)) }}
{%- endmacro -%}

{%- macro default__validate_sql(sql) -%}
  {%- call statement('validate_sql') -%}
    explain {{ sql }}
  {%- endcall -%}
  {{ return(load_result('validate_sql')) }}
{%- endmacro -%}
