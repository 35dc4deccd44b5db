select
    campaign,
    count(distinct (customer_id, session_id)) as sessions,
    count(*) filter (event_type = 'purchase') as purchases,
    count(distinct (customer_id, session_id)) filter (event_type = 'purchase') / sessions as conversion_rate
from {{ ref('fact_clickstream') }}
group by campaign
order by campaign
