{{ config(
    materialized='external',
    location=var('out_dir') ~ '/quarantine/customers',
    partition={'by': 'ingest_date', 'order_by': ['customer_id', 'line_number']},
) }}
{{ rejected_rows('customers', ['customer_id', 'email', 'created_at', 'country', 'status']) }}
