select o.order_id, o.customer_id, o.amount * 100 as amount_cents, labels.label
from {{ ref('stg_orders') }} as o
left join {{ ref('labels') }} as labels on labels.status = o.status
