{# Nothing happens later than now. The times of the input are UTC. #}
{% test not_in_the_future(model, column_name) %}
select {{ column_name }}
from {{ model }}
where {{ column_name }} > current_timestamp at time zone 'UTC'
{% endtest %}
