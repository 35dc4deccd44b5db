select
    event_id,
    customer_id,
    session_id,
    event_timestamp,
    row_number() over session_events as event_rank,
    event_type,
    page,
    device,
    traffic_source,
    campaign,
    country,
    product_category
from {{ source('bronze', 'clickstream') }}
window session_events as (
    partition by customer_id, session_id
    order by event_timestamp, event_id
)
