{% macro always() %}true{% endmacro %}
