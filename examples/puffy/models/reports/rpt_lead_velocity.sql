-- A lead is a person who left an email in the popup; the velocity is how long it takes until they buy.
with leads as (

    select person_id, min(timestamp) as lead_time
    from {{ ref('int_session_events') }}
    where event_name = 'email_filled_on_popup'
    group by person_id

),

bought as (

    select
        leads.person_id,
        leads.lead_time,
        min(attribution.purchase_time) as purchase_time
    from leads
    left join {{ ref('fct_attribution') }} as attribution
        on attribution.purchaser_id = leads.person_id and attribution.purchase_time >= leads.lead_time
    group by all

)

select
    lead_time::date as date,
    count(*) as leads,
    count(purchase_time) as converted_leads,
    round(count(purchase_time) / count(*), 4) as conversion_rate,
    round(median(date_diff('second', lead_time, purchase_time)) / 3600, 2) as median_hours_to_purchase
from bought
group by all
order by date
