select id, cents / 100 as price, code from {{ source('shop', 'raw_prices') }}
