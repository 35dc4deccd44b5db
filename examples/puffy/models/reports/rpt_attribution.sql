with touches as (

    select 'first click' as model, fc_channel as channel, revenue from {{ ref('fct_attribution') }}
    union all
    select 'last click' as model, lc_channel as channel, revenue from {{ ref('fct_attribution') }}

)

select
    model,
    channel,
    count(*) as orders,
    coalesce(sum(revenue), 0) as revenue,
    round(sum(revenue) / nullif(sum(sum(revenue)) over (partition by model), 0), 4) as share_of_revenue
from touches
group by model, channel
order by model, revenue desc, channel
