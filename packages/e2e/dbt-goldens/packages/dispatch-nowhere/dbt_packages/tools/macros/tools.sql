{% macro default__anywhere() %}1{% endmacro %}
{% macro unused() %}{% if var('never', false) %}{{ adapter.dispatch('elsewhere', 'tools')() }}{% endif %}{% endmacro %}
{% macro postgres__elsewhere() %}2{% endmacro %}
