select * from {{ ref('orders') }} where status = 'lost'
