{{ config(materialized='table') }}
select 'csv' as what, count(*) as n, sum(amount) as total from {{ ref('as_csv') }}
union all select 'json', count(*), sum(amount) from {{ ref('as_json') }}
union all select 'zipped', count(*), sum(amount) from {{ ref('zipped') }}
union all select 'parted', count(*), sum(amount) from {{ ref('parted') }}
union all select 'none', count(*), sum(amount) from {{ ref('none') }}
union all select 'limits', count(*), sum(amount) from {{ ref('limits') }}(10, 20)
union all select 'one_limit', count(*), sum(amount) from {{ ref('one_limit') }}(10)
