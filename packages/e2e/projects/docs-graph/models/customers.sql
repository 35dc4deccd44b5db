{{ config(docs={'node_color': '#c0ffee'}) }}
select c.customer_id, c.name, sum(o.amount_cents) as amount_cents
from {{ ref('stg_customers') }} as c
left join {{ ref('orders') }} as o on o.customer_id = c.customer_id
group by all
