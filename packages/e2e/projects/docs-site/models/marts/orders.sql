{{ config(group='finance', access='public') }}

with paid as (
  select order_id, customer_id, {{ cents('amount') }} as amount_cents, status
  from {{ ref('stg_orders') }}
)
select paid.*, labels.label
from paid
left join {{ ref('labels') }} as labels on labels.status = paid.status
where paid.order_id is not null
