{% macro anywhere() %}{{ adapter.dispatch('anywhere')() }}{% endmacro %}
