{#
  The newest row is at most `minutes` older than `as_of`; without that variable, than the newest row of its own
  table, which always holds: files that lie here for a year are not old by that.
#}
{% test as_fresh_as_input(model, column_name, minutes) %}
{%- set as_of = var('as_of', none) %}
select newest, as_of
from (
    select
        max({{ column_name }}) as newest,
        {{ "timestamp '" ~ as_of ~ "'" if as_of else 'max(' ~ column_name ~ ')' }} as as_of
    from {{ model }}
)
where (newest >= as_of - interval '{{ minutes }} minutes') is not true
{% endtest %}
