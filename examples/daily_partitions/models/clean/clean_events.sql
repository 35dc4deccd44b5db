{{ config(
    materialized='external',
    location=var('out_dir') ~ '/clean/events',
    partition={'by': 'ingest_date', 'order_by': ['event_id']},
) }}
select * from {{ source('raw', 'events') }}
