{# As in a database that is made anew each time: the views over the files are gone. #}
{% macro forget() %}
  {% for name in ['days', 'months', 'unread', 'totals'] %}
    {% do run_query('drop view if exists main.' ~ name) %}
  {% endfor %}
{% endmacro %}
