{% macro default__label(text) %}shop {{ text }}{% endmacro %}
{% macro default__generate_schema_name(custom_schema_name, node) %}{{ custom_schema_name or target.schema }}{% endmacro %}
