{{ config(format='json') }}
select id, region, amount from {{ ref('sales') }} order by id
