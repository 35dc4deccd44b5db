with steps as (

    select 1 as step, 'view' as name, count(*) filter (where page_viewed_count > 0) as sessions
    from {{ ref('dim_sessions') }}
    union all
    select 2, 'cart', count(*) filter (where product_added_to_cart_count > 0) from {{ ref('dim_sessions') }}
    union all
    select 3, 'checkout', count(*) filter (where checkout_started_count > 0) from {{ ref('dim_sessions') }}
    union all
    select 4, 'purchase', count(*) filter (where converted) from {{ ref('dim_sessions') }}

)

select
    step,
    name,
    sessions,
    round(sessions / nullif(lag(sessions) over (order by step), 0), 4) as share_of_step_before,
    round(sessions / nullif(first_value(sessions) over (order by step), 0), 4) as share_of_views
from steps
order by step
