select
    date_trunc('hour', event_timestamp) as hour,
    count(*) as orders,
    sum(net_amount) as revenue
from {{ ref('fact_transactions') }}
where is_revenue
group by hour
order by hour
