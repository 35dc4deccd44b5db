{% macro in_currency(column) -%}
  {{ column }} as {{ column }}_{{ var('currency') | lower }}
{%- endmacro %}
