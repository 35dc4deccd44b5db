{# Of a package: one of a new name is found, one that replaces a built-in is not, unless the project says so. #}
{% materialization counted, default %}
  {%- set target = this.incorporate(type='table') -%}
  {% call statement('main') %}create or replace table {{ target }} as select count(*) as n from ({{ sql }}) as rows{% endcall %}
  {% do adapter.commit() %}
  {{ return({'relations': [target]}) }}
{% endmaterialization %}
{% materialization view, default %}
  {{ exceptions.raise_compiler_error('nobody asked for this one') }}
{% endmaterialization %}
{% materialization stamped, default %}
  {{ exceptions.raise_compiler_error('the project has its own') }}
{% endmaterialization %}
