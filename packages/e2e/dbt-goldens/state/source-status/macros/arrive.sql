{# More orders come; payments stay as they are. #}
{% macro arrive() %}
  {% do run_query("insert into main_raw.orders values (2, timestamp '2024-03-02 08:00:00')") %}
{% endmacro %}
