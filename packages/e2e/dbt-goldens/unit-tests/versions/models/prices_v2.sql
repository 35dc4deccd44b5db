select id, round(cents / 100, 1) as price, code, {{ shop.now() }} as day, '{{ dbt.type_int() }}' as t from {{ source('shop', 'raw_prices') }}
