{{ config(
    materialized='external',
    location=var('out_dir') ~ '/quarantine/orders',
    partition={'by': 'ingest_date', 'order_by': ['order_id', 'line_number']},
) }}
{{ rejected_rows('orders', ['order_id', 'customer_id', 'order_time', 'amount', 'currency', 'status']) }}
