select * from {{ ref('order_list') }}
