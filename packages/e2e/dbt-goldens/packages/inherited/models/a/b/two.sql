{{ config(tags='single', meta={'deep': {'c': 3}}, grants={'+select': ['them']}) }} select * from {{ ref('one') }} where size in (select id from {{ source('raw', 'ids') }})
