select
    cast(event_timestamp as date) as day,
    count(*) as orders,
    sum(net_amount) as revenue
from {{ ref('fact_transactions') }}
where is_revenue
group by day
order by day
