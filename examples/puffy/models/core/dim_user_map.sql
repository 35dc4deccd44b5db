select
    client_id,
    arg_max(user_email, (timestamp, file, line)) as user_email,
    max(timestamp) as seen_at
from {{ ref('stg_events') }}
where user_email is not null
group by client_id
