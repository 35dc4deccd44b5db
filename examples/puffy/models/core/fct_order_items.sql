with orders as (

    select
        client_id,
        person_id as purchaser_id,
        session_id,
        transaction_id,
        timestamp as purchase_time,
        from_json(items, '["JSON"]') as items
    from {{ ref('int_session_events') }}
    where event_name = 'checkout_completed' and json_type(items) = 'ARRAY'

),

exploded as (

    select * exclude (items), unnest(items) as item, generate_subscripts(items, 1) as item_number
    from orders

)

select
    * exclude (item),
    item ->> 'item_id' as item_id,
    item ->> 'item_name' as item_name,
    item ->> 'item_variant' as item_variant,
    try_cast(item ->> 'quantity' as integer) as quantity,
    try_cast(item ->> 'item_price' as decimal(18, 2)) as item_price,
    try_cast(item ->> 'quantity' as integer) * try_cast(item ->> 'item_price' as decimal(18, 2)) as item_revenue
from exploded
