{% macro plain() %}1{% endmacro %}
{# Macros of a package are other objects at each look. #}
{% macro compared() %}
  {{ return([plain == plain, shop.plain == shop.plain, plain == shop.plain, dbt.type_string in [dbt.type_string]]) }}
{% endmacro %}
