{{ config(contract={'enforced': true}) }}
select id, state as status, 3 as extra from {{ ref('orders') }}
