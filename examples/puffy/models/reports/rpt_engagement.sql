select
    channel,
    count(*) as sessions,
    count(distinct person_id) as users,
    round(avg(events), 2) as events_per_session,
    round(avg(page_viewed_count), 2) as pages_per_session,
    round(avg(duration_seconds), 1) as average_seconds,
    round(avg((events = 1)::integer), 4) as bounce_rate,
    round(avg(converted::integer), 4) as conversion_rate
from {{ ref('dim_sessions') }}
group by channel
order by sessions desc, channel
