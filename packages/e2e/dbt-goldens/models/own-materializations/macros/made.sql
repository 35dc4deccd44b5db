{% materialization stamped, default %}
  {{ exceptions.raise_compiler_error('there is one for the adapter') }}
{% endmaterialization %}
{% materialization stamped, adapter='duckdb' %}
  {%- set target = this.incorporate(type='table') -%}
  {%- set suffix = config.get('suffix', default='none') -%}
  {%- set existing = load_cached_relation(this) -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {% if existing is not none %}{% do adapter.drop_relation(existing) %}{% endif %}
  {% call statement('main', auto_begin=True) %}
    create table {{ target }} as select *, '{{ suffix }}' as suffix, {{ existing is not none }} as was_there from ({{ sql }}) as rows
  {% endcall %}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {% do persist_docs(target, model) %}
  {% do adapter.commit() %}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
  {{ return({'relations': [target]}) }}
{% endmaterialization %}
{# Two relations of one model. #}
{% materialization split, adapter='duckdb' %}
  {%- set relations = [] -%}
  {% for side in ['even', 'odd'] %}
    {%- set target = api.Relation.create(database=database, schema=schema, identifier=model.alias ~ '_' ~ side, type='table') -%}
    {% call statement('main' if loop.first else side) %}create or replace table {{ target }} as select * from ({{ sql }}) as rows where id % 2 = {{ loop.index0 }}{% endcall %}
    {% do relations.append(target) %}
  {% endfor %}
  {% do adapter.commit() %}
  {{ return({'relations': relations}) }}
{% endmaterialization %}
{# Replaces the built-in one. #}
{% materialization table, adapter='duckdb' %}
  {%- set target = this.incorporate(type='view') -%}
  {% call statement('main') %}create or replace view {{ target }} as ({{ sql }}){% endcall %}
  {% do adapter.commit() %}
  {{ return({'relations': [target]}) }}
{% endmaterialization %}
{% materialization forgetful, default %}
  {% call statement('main') %}create or replace table {{ this }} as ({{ sql }}){% endcall %}
  {% do adapter.commit() %}
{% endmaterialization %}
{% materialization speechless, default %}
  {% do run_query('create or replace table ' ~ this ~ ' as (' ~ sql ~ ')') %}
  {% do adapter.commit() %}
  {{ return({'relations': [this]}) }}
{% endmaterialization %}
{# Needs no query. #}
{% materialization noted, default %}
  {% call statement('main') %}select {{ sql | trim | length }} as length{% endcall %}
  {{ return({'relations': []}) }}
{% endmaterialization %}
