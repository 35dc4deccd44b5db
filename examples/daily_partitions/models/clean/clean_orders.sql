{{ config(
    materialized='external',
    location=var('out_dir') ~ '/clean/orders',
    partition={'by': 'ingest_date', 'order_by': ['order_id']},
) }}
select * from {{ source('raw', 'orders') }}
