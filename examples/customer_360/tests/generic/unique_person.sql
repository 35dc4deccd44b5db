{# One row per email, and one per user where there is no email. #}
{% test unique_person(model) %}
select coalesce(email, user_uuid) as person, count(*) as times
from {{ model }}
group by all
having person is null or times > 1
{% endtest %}
