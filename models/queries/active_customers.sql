with activity as (

    select customer_id, event_timestamp from {{ ref('fact_transactions') }}
    union all
    select customer_id, event_timestamp from {{ ref('fact_clickstream') }}

)

{% for period in ['day', 'week', 'month'] %}
select
    '{{ period }}' as period,
    cast(date_trunc('{{ period }}', event_timestamp) as date) as period_start,
    count(distinct customer_id) as active_customers
from activity
group by all
{{ 'union all' if not loop.last else 'order by period, period_start' }}
{% endfor %}
