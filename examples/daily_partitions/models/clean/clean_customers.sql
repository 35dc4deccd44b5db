{{ config(
    materialized='external',
    location=var('out_dir') ~ '/clean/customers',
    partition={'by': 'ingest_date', 'order_by': ['customer_id']},
) }}
select * from {{ source('raw', 'customers') }}
