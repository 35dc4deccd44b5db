{{ config(materialized='table') }}
select id, case when '{{ var("fails", "no") }}' = 'yes' then error('stopped') else name end as name from {{ ref('adults') }}
