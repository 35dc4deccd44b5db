with traffic as (

    select
        session_start::date as date,
        count(*) as sessions,
        count(distinct person_id) as users,
        sum(events) as events,
        sum(email_filled_on_popup_count) as emails_filled,
        count(*) filter (where converted) as converted_sessions
    from {{ ref('dim_sessions') }}
    group by all

),

orders as (

    select purchase_time::date as date, count(*) as orders, coalesce(sum(revenue), 0) as revenue
    from {{ ref('fct_attribution') }}
    group by all

)

select
    date,
    coalesce(sessions, 0) as sessions,
    coalesce(users, 0) as users,
    coalesce(events, 0) as events,
    coalesce(emails_filled, 0) as emails_filled,
    coalesce(orders, 0) as orders,
    coalesce(revenue, 0) as revenue,
    round(revenue / nullif(orders, 0), 2) as average_order_value,
    round(converted_sessions / nullif(sessions, 0), 4) as conversion_rate
from traffic
full join orders using (date)
order by date
