select
    platform,
    count(*) as sessions,
    round(count(*) / sum(count(*)) over (), 4) as share_of_sessions,
    count(*) filter (where converted) as converted_sessions,
    round(avg(converted::integer), 4) as conversion_rate,
    round(avg((events = 1)::integer), 4) as bounce_rate
from {{ ref('dim_sessions') }}
group by platform
order by sessions desc, platform
