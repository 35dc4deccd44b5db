{% macro own_type() %}own{% endmacro %}
