with purchases as (

    select
        -- Neither transaction_id nor client and time tell two purchases apart for sure; the line does.
        file,
        line,
        transaction_id,
        person_id,
        revenue,
        timestamp as purchase_time
    from {{ ref('int_session_events') }}
    where event_name = 'checkout_completed'

),

touches as (

    select
        purchases.*,
        sessions.session_id,
        sessions.channel,
        sessions.source,
        row_number() over (
            partition by file, line order by sessions.session_start desc, sessions.session_id desc
        ) as from_last,
        row_number() over (
            partition by file, line order by sessions.session_start, sessions.session_id
        ) as from_first
    from purchases
    left join {{ ref('dim_sessions') }} as sessions
        on sessions.person_id = purchases.person_id
        and sessions.session_start <= purchases.purchase_time
        and sessions.session_start >= purchases.purchase_time - interval 7 days

)

select
    any_value(transaction_id) as transaction_id,
    any_value(person_id) as purchaser_id,
    any_value(revenue) as revenue,
    any_value(purchase_time) as purchase_time,
    max(session_id) filter (where from_last = 1) as lc_session_id,
    max(channel) filter (where from_last = 1) as lc_channel,
    max(source) filter (where from_last = 1) as lc_source,
    max(session_id) filter (where from_first = 1) as fc_session_id,
    max(channel) filter (where from_first = 1) as fc_channel,
    max(source) filter (where from_first = 1) as fc_source
from touches
group by file, line
