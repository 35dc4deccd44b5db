{# A clock that the steps set. #}
{% macro duckdb__snapshot_get_time() %}timestamp '2030-01-0{{ var('day', 1) }}'{% endmacro %}
