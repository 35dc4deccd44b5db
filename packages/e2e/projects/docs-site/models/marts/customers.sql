select c.customer_id, c.name, count(o.order_id) as orders, sum(o.amount_cents) as amount_cents
from {{ ref('stg_customers') }} as c
left join {{ ref('orders') }} as o on o.customer_id = c.customer_id
group by all
