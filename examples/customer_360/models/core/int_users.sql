-- Who bought or visited, numbered by where they are first seen: in the transactions, then in the activity.
with seen as (

    select user_uuid, 1 as source, _line as line from {{ source('raw', 'transactions') }}
    union all
    select user_uuid, 2 as source, _line as line from {{ source('raw', 'activity') }}

)

select user_uuid, row_number() over (order by min((source, line))) as position
from seen
group by user_uuid
