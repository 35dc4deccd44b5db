{# The newest row is at most `minutes` older than `as_of()`. #}
{% test as_fresh_as_input(model, column_name, minutes) %}
select max({{ column_name }}) as newest, {{ as_of(column_name) }} as as_of
from {{ model }}
having (newest >= as_of - interval '{{ minutes }} minutes') is not true
{% endtest %}
