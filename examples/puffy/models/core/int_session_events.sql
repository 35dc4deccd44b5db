with marked as (

    select
        *,
        -- The first event has none before it: NULL counts as a start.
        coalesce(date_diff('minute', lag(timestamp) over in_order, timestamp) >= 30, true) as starts_session
    from {{ ref('stg_events') }}
    window in_order as (partition by client_id order by timestamp, file, line)

),

numbered as (

    select
        *,
        count(*) filter (where starts_session) over (
            partition by client_id order by timestamp, file, line rows unbounded preceding
        ) as session_number
    from marked

)

select
    client_id || '-' || session_number as session_id,
    coalesce(users.user_email, client_id) as person_id,
    numbered.* exclude (starts_session)
from numbered
left join {{ ref('dim_user_map') }} as users using (client_id)
