{{ config(materialized='table') }}
select id, generation from {{ ref('second') }} order by id
