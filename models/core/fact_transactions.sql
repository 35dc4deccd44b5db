select
    transaction_id,
    customer_id,
    event_timestamp,
    channel,
    product_category,
    payment_method,
    status,
    gross_amount,
    discount_amount,
    tax_amount,
    net_amount,
    status = 'returned' as is_return,
    status = 'completed' as is_revenue
from {{ source('bronze', 'transactions') }}
