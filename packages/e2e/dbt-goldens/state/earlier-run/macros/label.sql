{% macro label() %}{{ var('label') }}{% endmacro %}
