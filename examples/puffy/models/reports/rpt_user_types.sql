with sessions as (

    select
        *,
        row_number() over (partition by person_id order by session_start, session_id) = 1 as is_first
    from {{ ref('dim_sessions') }}

)

select
    if(is_first, 'new', 'returning') as user_type,
    count(*) as sessions,
    count(distinct person_id) as users,
    round(avg(page_viewed_count), 2) as pages_per_session,
    count(*) filter (where converted) as converted_sessions,
    round(avg(converted::integer), 4) as conversion_rate
from sessions
group by is_first
order by user_type
