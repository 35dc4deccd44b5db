{{ config(severity='error', store_failures=false, tags=['prices'], limit=10) }}
select id from {{ ref('parts') }} where price <= 0
