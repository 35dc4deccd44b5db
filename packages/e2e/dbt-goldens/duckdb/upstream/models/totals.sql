select month, amount from {{ ref('months') }}
union all
select 0, count(*) from {{ ref('days') }}
