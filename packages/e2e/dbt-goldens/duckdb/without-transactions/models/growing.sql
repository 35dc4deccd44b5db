{{ config(materialized='incremental', unique_key='id') }}
select id, '{{ var("shape", "table") }}' as shape from {{ ref('adults') }}
