select
    channel,
    count(*) as orders,
    count(*) filter (is_return) as returns,
    returns / orders as return_rate
from {{ ref('fact_transactions') }}
group by channel
order by channel
