select
    customer_id,
    session_id,
    count(*) as events,
    max(event_rank) as max_event_rank
from {{ ref('fact_clickstream') }}
group by customer_id, session_id
