{{ config(
    materialized='external',
    location=var('out_dir') ~ '/metrics/hourly_events',
    partition={'by': 'ingest_date', 'order_by': ['hour']},
) }}
-- One row for each of the 24 hours, also for one without events.
select
    days.ingest_date,
    hours.hour,
    count(event_id) as events,
    count(distinct customer_id) as active_customers,
    count(*) filter (platform = 'ios') as ios,
    count(*) filter (platform = 'android') as android,
    count(*) filter (platform = 'web') as web,
    count(*) filter (event_type = 'error') as errors
from (select distinct ingest_date from {{ ref('load_log') }}) as days
cross join (select unnest(range(24)) as hour) as hours
left join {{ ref('clean_events') }} as events
    on events.ingest_date = days.ingest_date and hour(events.event_time) = hours.hour
group by all
