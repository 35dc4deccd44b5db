{{ config(materialized='external', location=var('out_dir') ~ '/customer_360.parquet') }}

with people as (

    -- The key: the email if it is known, else the user's id.
    select
        user_uuid,
        identity_map.email,
        coalesce(identity_map.email, user_uuid) as person
    from {{ ref('int_users') }}
    left join {{ ref('int_identity_map') }} as identity_map using (user_uuid)

),

leads as (

    select email as person, email, full_name
    from {{ source('raw', 'leads') }}

),

users as (

    select person, any_value(email) as email, string_agg(user_uuid, ',' order by user_uuid) as user_uuid
    from people
    group by person

),

transactions as (

    select
        people.person,
        count(*) filter (where lower(status) = 'completed') as completed_count,
        sum(amount::decimal(18, 2)) filter (where lower(status) = 'completed') as completed_sum,
        count(*) filter (where lower(status) = 'pending') as pending_count,
        sum(amount::decimal(18, 2)) filter (where lower(status) = 'pending') as pending_sum,
        string_agg(transaction_id, ',' order by transaction_id) as transaction_ids
    from {{ source('raw', 'transactions') }}
    join people using (user_uuid)
    group by people.person

),

activity as (

    select people.person, sum(page_view_count)::bigint as page_views, max(last_seen_ts) as last_seen_ts
    from {{ source('raw', 'activity') }}
    join people using (user_uuid)
    group by people.person

)

select
    coalesce(leads.email, users.email) as email,
    leads.full_name,
    users.user_uuid,
    coalesce(completed_count, 0) as completed_count,
    coalesce(completed_sum, 0) as completed_sum,
    coalesce(pending_count, 0) as pending_count,
    coalesce(pending_sum, 0) as pending_sum,
    transaction_ids,
    coalesce(page_views, 0) as page_views,
    last_seen_ts
from leads
full join users using (person)
full join transactions using (person)
full join activity using (person)
order by coalesce(leads.email, users.email), users.user_uuid
