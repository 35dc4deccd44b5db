{# No two rows share the same values in all of `columns`. #}
{% test unique_together(model, columns) %}
select {{ columns | join(', ') }}, count(*) as n_records
from {{ model }}
group by all
having count(*) > 1
{% endtest %}
