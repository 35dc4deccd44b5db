{{ config(materialized='table', meta={'factor': var('factor')}) }}
select id, amount * {{ var('factor') }} as amount from {{ ref('payments') }}
