{% set kinds = [
    'page_viewed', 'email_filled_on_popup', 'product_added_to_cart', 'checkout_started', 'checkout_completed', 'purchase'
] -%}

select
    session_id,
    any_value(client_id) as client_id,
    any_value(person_id) as person_id,
    any_value(session_number) as session_number,
    min(timestamp) as session_start,
    max(timestamp) as session_end,
    date_diff('second', min(timestamp), max(timestamp)) as duration_seconds,
    arg_min(channel, (timestamp, file, line)) as channel,
    -- Unlike arg_min(), first() keeps the NULL of a session that came without a campaign.
    first(utm_source order by timestamp, file, line) as source,
    arg_min(platform, (timestamp, file, line)) as platform,
    count(*) as events,
    {%- for kind in kinds %}
    count(*) filter (where event_name = '{{ kind }}') as {{ kind }}_count,
    {%- endfor %}
    bool_or(event_name = 'checkout_completed') as converted
from {{ ref('int_session_events') }}
group by session_id
