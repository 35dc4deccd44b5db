with events as (

    select
        *,
        lower(user_agent) as device,
        lower(coalesce(referrer, '')) as came_from
    from {{ source('raw', 'events') }}
    semi join {{ ref('stg_files') }} as files on files.file = _file

)

select
    client_id,
    timestamp,
    event_name,
    page_url,
    referrer,
    user_agent,
    event_data ->> 'user_email' as user_email,
    event_data ->> 'transaction_id' as transaction_id,
    try_cast(event_data ->> 'revenue' as decimal(18, 2)) as revenue,
    event_data -> 'items' as items,
    {{ url_parameter('page_url', 'utm_source') }} as utm_source,
    {{ url_parameter('page_url', 'utm_medium') }} as utm_medium,
    {{ url_parameter('page_url', 'utm_campaign') }} as utm_campaign,
    case
        when regexp_matches(page_url, '[?&]utm_', 'i') then 'Paid'
        when came_from = '' then 'Direct'
        when regexp_matches(came_from, 'google|bing|yahoo') then 'Organic Search'
        else 'Referral'
    end as channel,
    case
        when regexp_matches(device, 'ipad|tablet') then 'Tablet'
        when contains(device, 'mobile') then 'Mobile'
        else 'Desktop'
    end as platform,
    -- Which line of which file: the order of what happened in the same millisecond.
    _file as file,
    _line as line
from events
