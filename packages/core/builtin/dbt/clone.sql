{#- Whether a table can be copied without copying its rows: then a clone is a table, else a view of the other one. -#}
{%- macro can_clone_table() -%}
  {{ return(adapter.dispatch('can_clone_table', 'dbt')()) }}
{%- endmacro -%}

{%- macro default__can_clone_table() -%}
  {{ return(false) }}
{%- endmacro -%}

{%- macro create_or_replace_clone(this_relation, defer_relation) -%}
  {{ return(adapter.dispatch('create_or_replace_clone', 'dbt')(this_relation, defer_relation)) }}
{%- endmacro -%}

{%- macro default__create_or_replace_clone(this_relation, defer_relation) -%}
  create or replace table {{ this_relation }} clone {{ defer_relation }}
{%- endmacro -%}

{#- What stands in an earlier run's place, here too; what is here already stays, unless all is made anew. -#}
{%- materialization clone, default -%}
  {%- if not defer_relation -%}
    {% do log('No relation found in state manifest for ' ~ model.unique_id, info=true) %}
    {{ return({'relations': []}) }}
  {%- endif -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- if existing and not flags.FULL_REFRESH -%}
    {% do log('Relation ' ~ existing ~ ' already exists', info=true) %}
    {{ return({'relations': []}) }}
  {%- endif -%}
  {%- if existing and this | string == defer_relation | string -%}
    {% do log(this ~ ' is what it would be a clone of: skipping clone for relation', info=true) %}
    {{ return({'relations': []}) }}
  {%- endif -%}
  {%- set other = load_cached_relation(defer_relation) -%}
  {%- if not (other and other.type == 'table' and can_clone_table()) -%}
    {%- set of_adapter = 'materialization_view_' ~ adapter.type() -%}
    {%- set build_view = context[of_adapter] if of_adapter in context else context['materialization_view_default'] -%}
    {{ return(build_view()) }}
  {%- endif -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- if existing and not existing.is_table -%}
    {% do drop_relation_if_exists(existing) %}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ create_or_replace_clone(target, defer_relation) }}
  {%- endcall -%}
  {% do apply_grants(target, config.get('grants'), should_revoke=should_revoke(existing, true)) %}
  {% do persist_docs(target, model) %}
  {% do adapter.commit() %}
  {{ return({'relations': [target]}) }}
{%- endmaterialization -%}
