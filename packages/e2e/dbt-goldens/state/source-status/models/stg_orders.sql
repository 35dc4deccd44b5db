select id, loaded_at from {{ source('raw', 'orders') }}
