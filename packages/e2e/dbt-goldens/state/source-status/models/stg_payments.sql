select id from {{ source('raw', 'payments') }}
