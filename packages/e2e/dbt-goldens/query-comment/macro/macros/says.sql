{% macro says(node) %}
  {%- set said = {'app': 'own', 'target': target.name} -%}
  {%- if node is not none %}{% do said.update(node=node.name, materialized=node.config.materialized) %}{% endif -%}
  {{ return(tojson(said, sort_keys=true)) }}
{% endmacro %}
