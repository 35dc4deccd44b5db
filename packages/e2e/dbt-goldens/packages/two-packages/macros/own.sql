{% macro duckdb__shout(text) %}'{{ text }}?'{% endmacro %}
{% macro generate_alias_name(custom_alias_name=none, node=none) %}{{ (custom_alias_name or node.name) ~ ('_' ~ node.package_name if node.package_name != 'shop' else '') }}{% endmacro %}
