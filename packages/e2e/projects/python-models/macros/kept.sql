{% materialization kept, default, supported_languages=['sql', 'python'] %}
  {%- set target = this.incorporate(type='table') -%}
  {% do adapter.drop_relation(target) %}
  {%- call statement('main', language=model['language']) -%}
    {{ create_table_as(False, target, compiled_code, model['language']) }}
  {%- endcall -%}
  {% do adapter.commit() %}
  {{ return({'relations': [target]}) }}
{% endmaterialization %}
