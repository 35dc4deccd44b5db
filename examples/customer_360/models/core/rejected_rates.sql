-- Refunds and cancellations are payments without a positive amount: they are in the quarantine, and counted from there.
-- depends_on: {{ source('raw', 'transactions') }}
with rejected as (

    select
        coalesce(nullif(trim(raw['user_uuid']), ''), '(unknown)') as user_uuid,
        lower(trim(raw['status'])) as status,
        try_cast(raw['amount'] as decimal(18, 2)) as amount
    from {{ source('btn_quarantine', 'raw__transactions') }}
    where replayed_at is null and superseded_at is null

),

valid as (

    select user_uuid, count(*) as valid_count
    from {{ source('raw', 'transactions') }}
    group by user_uuid

)

select
    user_uuid,
    count(*) filter (where status = 'refunded') as refunded_count,
    coalesce(sum(amount) filter (where status = 'refunded'), 0) as refunded_sum,
    count(*) filter (where status = 'cancelled') as cancelled_count,
    coalesce(sum(amount) filter (where status = 'cancelled'), 0) as cancelled_sum,
    count(*) as rejected_count,
    any_value(coalesce(valid_count, 0)) as valid_count,
    round(count(*) / (count(*) + any_value(coalesce(valid_count, 0))), 4) as rejected_rate
from rejected
left join valid using (user_uuid)
group by user_uuid
order by user_uuid
