{# A join that doubles or loses a checkout shows in the count. #}
{% test one_row_per_checkout(model) %}
select checkouts, attributed
from (select count(*) as checkouts from {{ ref('stg_events') }} where event_name = 'checkout_completed')
cross join (select count(*) as attributed from {{ model }})
where checkouts <> attributed
{% endtest %}
