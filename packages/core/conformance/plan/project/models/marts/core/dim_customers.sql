{{ config(tags=['core', 'pii'], contract={'enforced': true}, access='public') }}
select c.id, c.name from {{ ref('stg_customers') }} c
