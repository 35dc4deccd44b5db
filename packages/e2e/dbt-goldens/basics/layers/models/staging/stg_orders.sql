select id as order_id, customer, {{ in_currency('amount') }}, placed_on
from {{ ref('raw_orders') }}
