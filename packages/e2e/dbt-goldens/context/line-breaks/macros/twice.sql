{% macro twice(text) %}
  {{- text ~ text -}}
{% endmacro %}

{% macro after(text) -%}
  {{ text }}
{%- endmacro %}
